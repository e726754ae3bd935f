package io.medianest.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.account.Role;
import io.medianest.model.media.Availability;
import io.medianest.model.media.MediaItem;
import io.medianest.model.media.MediaType;
import io.medianest.model.media.TitleKey;
import io.medianest.model.request.NewMediaRequest;
import io.medianest.server.MediaNestServer;
import io.medianest.server.ServerConfig;
import io.medianest.server.overseerr.OverseerrClient;
import io.medianest.server.platform.cache.LocalCache;
import io.medianest.server.platform.config.ServiceSettings;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.event.LocalEventBus;
import io.medianest.server.platform.job.JobQueue;
import io.medianest.server.platform.resilience.Guard;
import io.medianest.server.platform.resilience.HttpUpstream;
import io.medianest.server.platform.security.Caller;
import io.medianest.server.platform.security.Limit;
import io.medianest.server.platform.security.LocalCounters;
import io.medianest.server.platform.security.RateLimits;
import io.medianest.server.request.MediaRequests;
import io.medianest.server.request.OverseerrBackend;
import io.medianest.server.request.People;
import io.medianest.server.request.RequestFeature;
import io.medianest.server.testing.Wire;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How long a page of requests takes with 32 devices asking at once. Server and load share the machine.
class RequestListBenchmark {
    private static final Logger LOG = LoggerFactory.getLogger(RequestListBenchmark.class);
    private static final String TOKEN = "a-token-of-the-owner-for-this-benchmark";
    private static final int ROWS = 200;
    private static final int CONNECTIONS = 32;
    private static final int CALM = 500;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration MEASURED = Duration.ofSeconds(20);
    private static final double TARGET_P99_MILLIS = 10;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    @DisplayName("a page of one's own requests, 200 rows of one user")
    void own() throws Exception {
        var owner = ownerId();
        seed(row -> owner);
        measure("/api/v1/media/requests?limit=20");
    }

    @Test
    @DisplayName("a page of everybody's requests, 200 users with one each")
    void all() throws Exception {
        seed(row -> "usr_" + row);
        measure("/api/v1/media/requests?limit=20&scope=all");
    }

    private void measure(String path) throws Exception {
        try (var server = start()) {
            var page = new Wire(server.port()).send("GET " + path, "Authorization: Bearer " + TOKEN);
            assertThat(page.json().at("/data/pagination/totalItems").asInt()).isEqualTo(ROWS);
            new Load(server.port(), path, TOKEN, CONNECTIONS, 0).run(WARM_UP);
            var full = new Load(server.port(), path, TOKEN, CONNECTIONS, 0).run(MEASURED);
            var calm = new Load(server.port(), path, TOKEN, CONNECTIONS, CALM).run(MEASURED);
            LOG.info("{} as fast as it goes: {}", path, full);
            LOG.info("{} at {}/s: {}", path, CALM, calm);
            assertThat(full.millis(0.99)).isLessThan(TARGET_P99_MILLIS);
        }
    }

    private String ownerId() throws Exception {
        try (var server = start()) {
            var session = new Wire(server.port()).send("GET /auth/session", "Authorization: Bearer " + TOKEN);
            return session.json().at("/data/user/id").asText();
        }
    }

    private MediaNestServer start() {
        return MediaNestServer.start(ServerConfig.read(
                Map.of(),
                "--server.host=127.0.0.1",
                "--server.port=0",
                "--data.dir=" + directory,
                "--admin.token=" + TOKEN,
                "--limits.api=100000000/1m"));
    }

    private interface Owners {
        String of(int row);
    }

    /// Makes the requests by the rules, in the database that the server opens afterwards.
    private void seed(Owners owners) {
        var clock = Clock.systemUTC();
        var plenty = new Limit(10_000, Duration.ofMinutes(1));
        try (var database = Database.inDirectory(directory);
                var events = new LocalEventBus();
                var jobs = new JobQueue(database, clock, JobQueue.Backoff.DEFAULT);
                var http = HttpUpstream.open(OverseerrClient.CONNECT_TIMEOUT, OverseerrClient.READ_TIMEOUT)) {
            var nowhere = new ServiceSettings(null, null, "not set");
            var overseerr = new OverseerrClient(
                    new Guard(OverseerrClient.POLICY, clock), http, () -> nowhere, new LocalCache(clock));
            var limits = new RateLimits(
                    new LocalCounters(clock), new RateLimits.Limits(plenty, plenty, plenty, plenty, plenty), clock);
            var requests = new RequestFeature(
                            database,
                            jobs,
                            events,
                            limits,
                            new MediaRequests.Surroundings(
                                    RequestListBenchmark::title, keys -> Set.of(), new OverseerrBackend(overseerr)),
                            id -> new People.Person(null, false),
                            clock)
                    .requests();
            for (int row = 1; row <= ROWS; row++) {
                requests.make(
                        new Caller(owners.of(row), "Name", Role.USER, null, null, Caller.Credential.API_TOKEN),
                        new NewMediaRequest(Integer.toString(row), MediaType.MOVIE, null, "for Sunday", null));
            }
        }
    }

    private static MediaItem title(TitleKey key) {
        return new MediaItem(
                key.tmdbId(),
                "A title of usual length " + key.tmdbId(),
                null,
                key.mediaType(),
                1999,
                null,
                "/api/v1/media/images/w342/abcdefghijklmnop.jpg",
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                Availability.NONE);
    }
}
