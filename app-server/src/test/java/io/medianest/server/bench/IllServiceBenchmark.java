package io.medianest.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.MediaNestServer;
import io.medianest.server.ServerConfig;
import io.medianest.server.demo.DemoPace;
import io.medianest.server.demo.DemoWorld;
import io.medianest.server.testing.Fault;
import io.medianest.server.testing.FaultGate;
import io.medianest.server.testing.Wire;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How long other features take while a service is ill and people keep asking for what needs it. Server, stand-ins and
/// load share the machine. All is measured when the compiler is done with it, and quiet times are before and after.
class IllServiceBenchmark {
    private static final Logger LOG = LoggerFactory.getLogger(IllServiceBenchmark.class);
    private static final String TOKEN = "a-token-of-the-owner-for-this-benchmark";
    private static final String OWNER = "Authorization: Bearer " + TOKEN;
    private static final List<String> OTHERS =
            List.of("/api/v1/media/requests?limit=20", "/api/v1/dashboard/status", "/api/v1/plex/libraries");
    private static final int CONNECTIONS = 8;
    private static final int PER_SECOND = 200;
    private static final int PEOPLE = 16;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration FIRST_WARM_UP = Duration.ofSeconds(40);
    private static final Duration MEASURED = Duration.ofSeconds(10);
    private static final double MOST_TIMES_SLOWER = 2;
    /// Below that nobody tells a difference, and the machine's own moods decide.
    private static final double NEGLIGIBLE_MILLIS = 5;

    private static final AtomicBoolean FIRST = new AtomicBoolean(true);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    /// What can be wrong with Overseerr here.
    enum Illness {
        SILENT(Fault.NO_ANSWER),
        SLOW(Fault.SLOW),
        BROKEN(Fault.ERRORS),
        GONE(Fault.REFUSED);

        private final Fault fault;

        Illness(Fault fault) {
            this.fault = fault;
        }
    }

    @ParameterizedTest
    @EnumSource(Illness.class)
    @DisplayName("p99 of other features while Overseerr is ill and asked for all the time")
    void ill(Illness illness) throws Exception {
        try (var world = DemoWorld.start(
                        new DemoPace(Duration.ofHours(1), Duration.ofSeconds(3)), directory.resolve("demo"));
                var gate = FaultGate.to(world.overseerr());
                var server = start(world, gate.through(world.overseerr()))) {
            measure(server, FIRST.getAndSet(false) ? FIRST_WARM_UP : WARM_UP);
            gate.suffer(illness.fault);
            whileOthersSearch(server);
            gate.heal();
            forget(server);
            double quiet = measure(server, MEASURED);
            gate.suffer(illness.fault);
            double ill = whileOthersSearch(server);
            gate.heal();
            forget(server);
            double after = measure(server, MEASURED);
            LOG.info("p99 of other features: quiet {} and {} ms, Overseerr {} {} ms", quiet, after, illness, ill);
            assertThat(ill).isLessThan(Math.max(MOST_TIMES_SLOWER * Math.min(quiet, after), NEGLIGIBLE_MILLIS));
        }
    }

    /// @return the worst p99 of all of them, asked for at the same time
    private static double measure(MediaNestServer server, Duration time) throws Exception {
        double worst = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Load.Result>> results = OTHERS.stream()
                    .map(path -> threads.submit(
                            () -> new Load(server.port(), path, TOKEN, CONNECTIONS, PER_SECOND).run(time)))
                    .toList();
            for (int i = 0; i < results.size(); i++) {
                var result = results.get(i).get();
                LOG.info("{}: {}", OTHERS.get(i), result);
                worst = Math.max(worst, result.millis(0.99));
            }
        }
        return worst;
    }

    private static double whileOthersSearch(MediaNestServer server) throws Exception {
        var words = new AtomicLong();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var searching = IntStream.range(0, PEOPLE)
                    .mapToObj(_ -> people.submit(() -> {
                        while (!Thread.currentThread().isInterrupted()) {
                            search(server, "word" + words.incrementAndGet());
                            Thread.sleep(Duration.ofMillis(50));
                        }
                        return words;
                    }))
                    .toList();
            double worst = measure(server, MEASURED);
            searching.forEach(search -> search.cancel(true));
            return worst;
        }
    }

    /// What was an illness while the machine was warming up.
    private static void forget(MediaNestServer server) throws IOException {
        var answer =
                new Wire(server.port()).sendJson("POST /api/v1/admin/circuit-breakers/overseerr/reset", "{}", OWNER);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static void search(MediaNestServer server, String word) throws IOException {
        var answer = new Wire(server.port()).send("GET /api/v1/media/search?q=" + word, OWNER);
        assertThat(answer.status()).as(answer.body()).isBetween(200, 504);
    }

    private MediaNestServer start(DemoWorld world, URI overseerr) {
        return MediaNestServer.start(ServerConfig.read(
                Map.of(),
                "--server.host=127.0.0.1",
                "--server.port=0",
                "--server.mdns=false",
                "--data.dir=" + directory.resolve("data"),
                "--admin.token=" + TOKEN,
                "--limits.api=100000000/1m",
                "--plex.url=" + world.plexServer(),
                "--plex.token=" + world.plexToken(),
                "--overseerr.url=" + overseerr,
                "--overseerr.api-key=" + world.overseerrApiKey()));
    }
}
