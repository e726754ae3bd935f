package io.medianest.server;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.overseerr.OverseerrClient;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.cache.Cache;
import io.medianest.server.platform.resilience.Guard;
import io.medianest.server.platform.resilience.GuardPolicy;
import io.medianest.server.platform.resilience.HttpUpstream;
import io.medianest.server.platform.security.SecretBox;
import io.medianest.server.plex.PlexClient;
import io.medianest.server.plex.PlexDevice;
import io.medianest.server.settings.ServiceTests.Found;
import io.medianest.server.tmdb.TmdbClient;
import io.medianest.server.uptimekuma.UptimeKumaClient;
import io.medianest.server.ytdlp.YtDlp;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/// Asks outside services with settings that are only being tried out, past the guards of those in use: neither hears of
/// the failures of the other.
///
/// @param tools where yt-dlp's own things are
record Trials(HttpUpstream http, PlexDevice device, Cache cache, SecretBox secrets, Path tools) {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /// By the short name of a service: asks it, and returns what it says of itself.
    Map<String, Function<ServerConfig.Services, Found>> all() {
        return Map.of(
                "plex", this::plex,
                "overseerr", this::overseerr,
                "tmdb", this::tmdb,
                "uptime-kuma", this::uptimeKuma,
                "youtube", this::youtube);
    }

    private Found plex(ServerConfig.Services services) {
        var client = new PlexClient(guard(PlexClient.POLICY), http, services::plex, device);
        return Found.of("Plex", client.server().version(), PlexClient.OLDEST_TRIED);
    }

    private Found overseerr(ServerConfig.Services services) {
        var client = new OverseerrClient(guard(OverseerrClient.POLICY), http, services::overseerr, cache);
        return Found.of("Overseerr", client.check(), OverseerrClient.OLDEST_TRIED);
    }

    private Found tmdb(ServerConfig.Services services) {
        new TmdbClient(guard(TmdbClient.POLICY), http, services::tmdb).check();
        return new Found("3");
    }

    private Found uptimeKuma(ServerConfig.Services services) {
        var guard = guard(UptimeKumaClient.POLICY);
        return new Found(new UptimeKumaClient(guard, http, services::uptimeKuma, services::kumaStatusPage).tryOut());
    }

    private Found youtube(ServerConfig.Services services) {
        try (var ytDlp = new YtDlp(services::youtube, tools, guard(YtDlp.POLICY), cache, secrets, Clock.systemUTC())) {
            var found = ytDlp.tools();
            found.problem().ifPresent(problem -> {
                throw new MediaNestException(ErrorCode.SERVICE_UNAVAILABLE, problem, "youtube");
            });
            var words = found.summary();
            return found.isOutdated() ? new Found(words, words) : new Found(words);
        }
    }

    private static Guard guard(GuardPolicy policy) {
        // Somebody waits for the answer: what fails is repeated at once or not at all.
        return new Guard(policy.within(LONGEST), Clock.systemUTC(), pause -> {});
    }
}
