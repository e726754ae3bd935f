package io.medianest.server;

import static io.medianest.server.testing.DemoHousehold.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.openapi.ApiDescription;
import io.medianest.server.openapi.BadRequests;
import io.medianest.server.openapi.BadRequests.Attempt;
import io.medianest.server.testing.DemoHousehold;
import io.medianest.server.testing.DemoSignIn;
import io.medianest.server.testing.Envelopes;
import io.medianest.server.testing.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ten thousand requests that nobody would send on purpose. With another seed they are others:
/// `-Dmedianest.fuzz.seed=…`.
class MalformedRequestsTest {
    private static final Logger LOG = LoggerFactory.getLogger(MalformedRequestsTest.class);
    private static final long SEED = Long.getLong("medianest.fuzz.seed", 20_261_121);
    private static final int WARM_UP = 2_000;
    private static final int REQUESTS = 10_000;
    private static final int AT_ONCE = 8;
    private static final long GROWTH_ALLOWED = 48L << 20;

    /// What an outside service may cause; anything else from 500 on is a defect of ours.
    private static final Set<Integer> OUTAGES = Set.of(502, 503, 504, 507);

    /// What is well-formed by accident among these takes seconds each time, and is what it should be: they come up more
    /// seldom than the others.
    private static final Set<String> COSTLY = Set.of("POST /admin/backup");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private final Queue<String> defects = new ConcurrentLinkedQueue<>();

    @Test
    @DisplayName("10,000 malformed requests are all answered in the envelope, and leave nothing behind")
    void answered() throws Exception {
        LOG.info("seed {}", SEED);
        try (var household = DemoHousehold.start(directory)) {
            var wire = household.wire();
            var robin = DemoSignIn.of(wire);
            var credentials = List.of(OWNER, robin.bearer(), "Cookie: " + robin.cookie());
            var operations = ApiDescription.of(wire).operations();
            var requests = new BadRequests(SEED, operations, COSTLY, credentials);

            send(wire, requests, WARM_UP);
            long before = used();
            send(wire, requests, REQUESTS - WARM_UP);
            long growth = used() - before;

            assertThat(defects).as("with seed %d", SEED).isEmpty();
            assertThat(requests.tried())
                    .as("operations that came up")
                    .containsAll(operations.stream()
                            .map(ApiDescription.Operation::name)
                            .toList());
            assertThat(growth).as("growth of memory in bytes").isLessThan(GROWTH_ALLOWED);
            assertThat(wire.send("GET /health/ready").status()).isEqualTo(200);
        }
    }

    private void send(Wire wire, BadRequests requests, int count) throws InterruptedException {
        var turns = new Semaphore(AT_ONCE);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                var attempt = requests.next();
                turns.acquire();
                executor.execute(() -> {
                    try {
                        send(wire, attempt);
                    } finally {
                        turns.release();
                    }
                });
            }
        }
    }

    private void send(Wire wire, Attempt attempt) {
        try {
            check(attempt, wire.lastWord(attempt.bytes()));
        } catch (IOException | RuntimeException | AssertionError e) {
            defects.add("%s%n  %s"
                    .formatted(
                            e.toString().lines().limit(6).toList(),
                            attempt.text()
                                    .substring(0, Math.min(600, attempt.text().length()))));
        }
    }

    private static void check(Attempt attempt, Wire.Answer answer) throws IOException {
        if (answer.status() == 0) {
            assertThat(attempt.isWhole()).as("silence to a whole request").isFalse();
            return;
        }
        if (answer.status() == 304 || attempt.isHead()) {
            // What is wrong in the first line is not yet known to be HEAD.
            assertThat(answer.body().isEmpty() || answer.status() == 400).isTrue();
            return;
        }
        assertThat(answer.body()).as("body of a %d", answer.status()).isNotEmpty();
        if (answer.status() >= 400) {
            Envelopes.error(answer);
        }
        if (answer.status() >= 500) {
            assertThat(OUTAGES).contains(answer.status());
        }
        if (attempt.proper()) {
            assertThat(attempt.operation().problems(answer)).isEmpty();
        }
    }

    /// Bytes that are really in use.
    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
