package io.medianest.server;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.overseerr.OverseerrClient;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.cache.Cache;
import io.medianest.server.platform.resilience.Guard;
import io.medianest.server.platform.resilience.GuardPolicy;
import io.medianest.server.platform.resilience.HttpUpstream;
import io.medianest.server.plex.PlexClient;
import io.medianest.server.plex.PlexDevice;
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
record Trials(HttpUpstream http, PlexDevice device, Cache cache, Path tools) {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /// By the short name of a service: asks it, and returns its version or a few words about it.
    Map<String, Function<ServerConfig.Services, String>> all() {
        return Map.of(
                "plex", this::plex,
                "overseerr", this::overseerr,
                "tmdb", this::tmdb,
                "uptime-kuma", this::uptimeKuma,
                "youtube", this::youtube);
    }

    private String plex(ServerConfig.Services services) {
        return new PlexClient(guard(PlexClient.POLICY), http, services::plex, device)
                .server()
                .version();
    }

    private String overseerr(ServerConfig.Services services) {
        return new OverseerrClient(guard(OverseerrClient.POLICY), http, services::overseerr, cache).check();
    }

    private String tmdb(ServerConfig.Services services) {
        new TmdbClient(guard(TmdbClient.POLICY), http, services::tmdb).check();
        return "3";
    }

    private String uptimeKuma(ServerConfig.Services services) {
        var guard = guard(UptimeKumaClient.POLICY);
        return new UptimeKumaClient(guard, http, services::uptimeKuma, services::kumaStatusPage).check();
    }

    private String youtube(ServerConfig.Services services) {
        try (var ytDlp = new YtDlp(services::youtube, tools, guard(YtDlp.POLICY), cache, Clock.systemUTC())) {
            var found = ytDlp.tools();
            found.problem().ifPresent(problem -> {
                throw new MediaNestException(ErrorCode.SERVICE_UNAVAILABLE, problem, "youtube");
            });
            return found.summary();
        }
    }

    private static Guard guard(GuardPolicy policy) {
        // Somebody waits for the answer: what fails is repeated at once or not at all.
        return new Guard(policy.within(LONGEST), Clock.systemUTC(), pause -> {});
    }
}
