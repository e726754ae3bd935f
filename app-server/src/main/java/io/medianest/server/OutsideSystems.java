package io.medianest.server;

import io.medianest.server.dashboard.Probe;
import io.medianest.server.overseerr.OverseerrClient;
import io.medianest.server.platform.cache.Cache;
import io.medianest.server.platform.config.ServiceSettings;
import io.medianest.server.platform.db.Installation;
import io.medianest.server.platform.resilience.Guards;
import io.medianest.server.platform.resilience.HttpUpstream;
import io.medianest.server.plex.PlexClient;
import io.medianest.server.plex.PlexDevice;
import io.medianest.server.plex.PlexTvClient;
import io.medianest.server.tmdb.TmdbClient;
import io.medianest.server.tmdb.TmdbImages;
import io.medianest.server.uptimekuma.UptimeKumaClient;
import io.medianest.server.ytdlp.YtDlp;
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
        Supplier<ServerConfig.Services> settings,
        Trials trials,
        List<HttpUpstream> connections)
        implements AutoCloseable {
    private static final Duration OFTEN = Duration.ofSeconds(30);
    private static final Duration SELDOM = Duration.ofMinutes(10);
    private static final String PLEX_CLIENT = "plex.client-identifier";

    /// @param settings asked at each call, so that a change works at once
    static OutsideSystems open(
            Supplier<ServerConfig.Services> settings, Installation installation, Cache cache, Guards guards) {
        var patient = HttpUpstream.open(OverseerrClient.CONNECT_TIMEOUT, OverseerrClient.READ_TIMEOUT);
        var brisk = HttpUpstream.open(TmdbClient.CONNECT_TIMEOUT, TmdbClient.READ_TIMEOUT);
        var device = new PlexDevice(
                installation.keep(PLEX_CLIENT, () -> UUID.randomUUID().toString()),
                Version.current(),
                System.getProperty("os.name", "unknown"),
                "MediaNest");
        return new OutsideSystems(
                new PlexClient(
                        guards.before(PlexClient.POLICY),
                        patient,
                        () -> settings.get().plex(),
                        device),
                new PlexTvClient(
                        guards.before(PlexTvClient.POLICY),
                        patient,
                        settings.get().plexTv(),
                        settings.get().plexApp(),
                        device),
                new OverseerrClient(
                        guards.before(OverseerrClient.POLICY),
                        patient,
                        () -> settings.get().overseerr(),
                        cache),
                new TmdbClient(
                        guards.before(TmdbClient.POLICY),
                        brisk,
                        () -> settings.get().tmdb()),
                new TmdbImages(
                        guards.before(TmdbImages.POLICY),
                        brisk,
                        () -> settings.get().tmdbImages()),
                new UptimeKumaClient(
                        guards.before(UptimeKumaClient.POLICY),
                        patient,
                        () -> settings.get().uptimeKuma(),
                        () -> settings.get().kumaStatusPage()),
                new YtDlp(() -> settings.get().youtube()),
                settings,
                new Trials(patient, device, cache),
                List.of(patient, brisk));
    }

    /// One probe a service, in the order in which people see them.
    List<Probe> probes() {
        return List.of(
                probe(
                        "plex",
                        "Plex",
                        () -> settings.get().plex(),
                        () -> plex.server().version()),
                probe("overseerr", "Overseerr", () -> settings.get().overseerr(), overseerr::version),
                probe("tmdb", "TMDB", () -> settings.get().tmdb(), () -> {
                    tmdb.check();
                    return "answers";
                }),
                probe("uptime-kuma", "Uptime Kuma", () -> settings.get().uptimeKuma(), uptimeKuma::check),
                new Probe("youtube", "Video downloads", SELDOM, Optional::empty, Optional::empty, this::ytDlpVersion));
    }

    private static Probe probe(
            String name, String displayName, Supplier<ServiceSettings> settings, Supplier<String> check) {
        return new Probe(
                name,
                displayName,
                OFTEN,
                () -> Optional.ofNullable(settings.get().url()),
                () -> Optional.ofNullable(settings.get().problem()),
                check);
    }

    private String ytDlpVersion() {
        return ytDlp.version()
                .map(version -> "yt-dlp " + version)
                .orElseThrow(() -> new Probe.Absent("install yt-dlp, or set youtube.yt-dlp to its path"));
    }

    @Override
    public void close() {
        connections.forEach(HttpUpstream::close);
    }
}
