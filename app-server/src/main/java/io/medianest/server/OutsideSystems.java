package io.medianest.server;

import io.medianest.server.courier.Courier;
import io.medianest.server.dashboard.Probe;
import io.medianest.server.overseerr.OverseerrClient;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.cache.Cache;
import io.medianest.server.platform.config.ServiceSettings;
import io.medianest.server.platform.db.Installation;
import io.medianest.server.platform.resilience.Guards;
import io.medianest.server.platform.resilience.HttpUpstream;
import io.medianest.server.platform.security.SecretBox;
import io.medianest.server.plex.PlexClient;
import io.medianest.server.plex.PlexDevice;
import io.medianest.server.plex.PlexImages;
import io.medianest.server.plex.PlexRoads;
import io.medianest.server.plex.PlexTvClient;
import io.medianest.server.plex.RoadMemory;
import io.medianest.server.tmdb.TmdbClient;
import io.medianest.server.tmdb.TmdbImages;
import io.medianest.server.uptimekuma.UptimeKumaClient;
import io.medianest.server.ytdlp.VideoPictures;
import io.medianest.server.ytdlp.YtDlp;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The clients of all outside systems, and how each is asked for its health.
record OutsideSystems(
        PlexClient plex,
        PlexImages plexImages,
        PlexTvClient plexTv,
        OverseerrClient overseerr,
        TmdbClient tmdb,
        TmdbImages tmdbImages,
        UptimeKumaClient uptimeKuma,
        YtDlp ytDlp,
        VideoPictures videoPictures,
        Courier courier,
        Supplier<ServerConfig.Services> settings,
        Trials trials,
        List<HttpUpstream> connections)
        implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutsideSystems.class);
    private static final Duration OFTEN = Duration.ofSeconds(30);
    private static final Duration SELDOM = Duration.ofMinutes(10);
    private static final String TOOLS = "tools";
    private static final String PLEX_CLIENT = "plex.client-identifier";

    /// @param settings asked at each call, so that a change works at once
    /// @param directory the data directory
    /// @param plexMachine which Plex server is the household's; empty before it was asked for the first time
    static OutsideSystems open(
            Supplier<ServerConfig.Services> settings,
            Path directory,
            Installation installation,
            Cache cache,
            Guards guards,
            SecretBox secrets,
            Supplier<Optional<String>> plexMachine,
            Clock clock) {
        var patient = HttpUpstream.open(OverseerrClient.CONNECT_TIMEOUT, OverseerrClient.READ_TIMEOUT);
        var brisk = HttpUpstream.open(TmdbClient.CONNECT_TIMEOUT, TmdbClient.READ_TIMEOUT);
        var device = new PlexDevice(
                installation.keep(PLEX_CLIENT, () -> UUID.randomUUID().toString()),
                Version.current(),
                System.getProperty("os.name", "unknown"),
                "MediaNest");
        var plexTv = new PlexTvClient(
                guards.before(PlexTvClient.POLICY),
                patient,
                settings.get().plexTv(),
                settings.get().plexApp(),
                device);
        var roads = new PlexRoads(
                new PlexRoads.Surroundings(
                        () -> settings.get().plexOthers(),
                        plexMachine,
                        machine -> published(plexTv, settings, machine),
                        new RoadMemory(installation::find, installation::replace)),
                patient,
                device,
                clock);
        return new OutsideSystems(
                new PlexClient(
                        guards.before(PlexClient.POLICY),
                        roads,
                        () -> settings.get().plex(),
                        device),
                new PlexImages(
                        guards.before(PlexImages.POLICY),
                        roads,
                        () -> settings.get().plex(),
                        device),
                plexTv,
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
                new YtDlp(
                        () -> settings.get().youtube(),
                        directory.resolve(TOOLS),
                        guards.before(YtDlp.POLICY),
                        cache,
                        secrets,
                        clock),
                new VideoPictures(guards.before(VideoPictures.POLICY), brisk, () -> pictureHosts(settings.get())),
                new Courier(patient, clock),
                settings,
                new Trials(patient, device, cache, secrets, directory.resolve(TOOLS)),
                List.of(patient, brisk));
    }

    /// Where plex.tv says that a server is; nothing when it cannot be asked.
    private static List<URI> published(PlexTvClient plexTv, Supplier<ServerConfig.Services> settings, String machine) {
        var token = settings.get().plex().key();
        if (token == null) {
            return List.of();
        }
        try {
            return plexTv.servers(token).stream()
                    .filter(server -> server.clientIdentifier().equals(machine))
                    .flatMap(server -> server.connections().stream())
                    .toList();
        } catch (MediaNestException e) {
            LOG.debug("plex.tv does not say where the Plex server is: {}", e.getMessage());
            return List.of();
        }
    }

    /// Hosts whose pictures are fetched wherever they are, since somebody set them.
    private static Set<String> pictureHosts(ServerConfig.Services settings) {
        return Stream.concat(
                        settings.youtube().extraHosts().stream(),
                        Stream.of(settings.tmdbImages().getRawAuthority()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// One probe a service, in the order in which people see them.
    List<Probe> probes() {
        return List.of(
                probe("plex", "Plex", () -> settings.get().plex(), plex::check),
                probe("overseerr", "Overseerr", () -> settings.get().overseerr(), overseerr::version),
                probe("tmdb", "TMDB", () -> settings.get().tmdb(), () -> {
                    tmdb.check();
                    return "answers";
                }),
                probe("uptime-kuma", "Uptime Kuma", () -> settings.get().uptimeKuma(), uptimeKuma::check),
                new Probe("youtube", "Video downloads", SELDOM, Optional::empty, Optional::empty, this::downloadTools));
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
