package io.medianest.server;

import io.medianest.server.dashboard.Probe;
import io.medianest.server.overseerr.OverseerrClient;
import io.medianest.server.platform.cache.Cache;
import io.medianest.server.platform.config.ServiceSettings;
import io.medianest.server.platform.db.Installation;
import io.medianest.server.platform.resilience.Guard;
import io.medianest.server.platform.resilience.HttpUpstream;
import io.medianest.server.plex.PlexClient;
import io.medianest.server.plex.PlexDevice;
import io.medianest.server.plex.PlexTvClient;
import io.medianest.server.tmdb.TmdbClient;
import io.medianest.server.tmdb.TmdbImages;
import io.medianest.server.uptimekuma.UptimeKumaClient;
import io.medianest.server.ytdlp.YtDlp;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// The clients of all outside systems, and how each is asked for its health.
record OutsideSystems(
        PlexClient plex,
        PlexTvClient plexTv,
        OverseerrClient overseerr,
        TmdbClient tmdb,
        TmdbImages tmdbImages,
        UptimeKumaClient uptimeKuma,
        YtDlp ytDlp,
        ServerConfig.Services settings,
        List<HttpUpstream> connections)
        implements AutoCloseable {
    private static final Duration OFTEN = Duration.ofSeconds(30);
    private static final Duration SELDOM = Duration.ofMinutes(10);
    private static final String PLEX_CLIENT = "plex.client-identifier";

    /// @param directory the data directory
    static OutsideSystems open(
            ServerConfig.Services settings, Path directory, Installation installation, Cache cache, Clock clock) {
        var patient = HttpUpstream.open(OverseerrClient.CONNECT_TIMEOUT, OverseerrClient.READ_TIMEOUT);
        var brisk = HttpUpstream.open(TmdbClient.CONNECT_TIMEOUT, TmdbClient.READ_TIMEOUT);
        var device = new PlexDevice(
                installation.keep(PLEX_CLIENT, () -> UUID.randomUUID().toString()),
                Version.current(),
                System.getProperty("os.name", "unknown"),
                "MediaNest");
        return new OutsideSystems(
                new PlexClient(new Guard(PlexClient.POLICY, clock), patient, settings::plex, device),
                new PlexTvClient(
                        new Guard(PlexTvClient.POLICY, clock), patient, settings.plexTv(), settings.plexApp(), device),
                new OverseerrClient(new Guard(OverseerrClient.POLICY, clock), patient, settings::overseerr, cache),
                new TmdbClient(new Guard(TmdbClient.POLICY, clock), brisk, settings::tmdb),
                new TmdbImages(new Guard(TmdbImages.POLICY, clock), brisk, settings::tmdbImages),
                new UptimeKumaClient(
                        new Guard(UptimeKumaClient.POLICY, clock),
                        patient,
                        settings::uptimeKuma,
                        settings.kumaStatusPage()),
                new YtDlp(settings::youtube, directory.resolve("tools"), new Guard(YtDlp.POLICY, clock), cache, clock),
                settings,
                List.of(patient, brisk));
    }

    /// One probe a service, in the order in which people see them.
    List<Probe> probes() {
        return List.of(
                probe("plex", "Plex", settings::plex, () -> plex.server().version()),
                probe("overseerr", "Overseerr", settings::overseerr, overseerr::version),
                probe("tmdb", "TMDB", settings::tmdb, () -> {
                    tmdb.check();
                    return "answers";
                }),
                probe("uptime-kuma", "Uptime Kuma", settings::uptimeKuma, uptimeKuma::check),
                new Probe("youtube", "Video downloads", SELDOM, Optional::empty, this::downloadTools));
    }

    private static Probe probe(
            String name, String displayName, Supplier<ServiceSettings> settings, Supplier<String> check) {
        return new Probe(
                name,
                displayName,
                OFTEN,
                () -> Optional.ofNullable(settings.get().problem()),
                check);
    }

    private String downloadTools() {
        var tools = ytDlp.tools();
        tools.problem().ifPresent(problem -> {
            throw new Probe.Absent(problem);
        });
        return tools.summary();
    }

    @Override
    public void close() {
        ytDlp.close();
        connections.forEach(HttpUpstream::close);
    }
}
