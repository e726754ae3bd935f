package io.medianest.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.event.ServerEvent.ServiceChecked;
import io.medianest.model.status.ServiceState;
import io.medianest.model.status.ServiceStatus;
import io.medianest.server.live.LiveServer;
import io.medianest.server.platform.socketio.SocketIoConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How long news takes to 1,000 connected clients, 10,000 deliveries a second. Server and clients share the machine
/// and the process.
class LiveBenchmark {
    private static final Logger LOG = LoggerFactory.getLogger(LiveBenchmark.class);
    private static final int CLIENTS = 1_000;
    private static final int BROADCASTS_A_SECOND = 10;
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration MEASURED = Duration.ofSeconds(30);
    private static final double TARGET_P99_MILLIS = 50;

    /// Its outbox of 1 MB and what is around it.
    private static final long SLOW_READER_BYTES = 8L << 20;

    @Test
    @DisplayName("everybody reads")
    void everybodyReads() throws Exception {
        try (var server = LiveServer.start(config(), () -> 1);
                var crowd = LiveCrowd.connect(server.port(), CLIENTS)) {
            publish(server, WARM_UP, new long[0], () -> {});
            measure("everybody reads", server, crowd, () -> {});
        }
    }

    @Test
    @DisplayName("one more reads nothing, is closed for that again and again, and costs little memory meanwhile")
    void oneStopped() throws Exception {
        try (var server = LiveServer.start(config(), () -> 1);
                var crowd = LiveCrowd.connect(server.port(), CLIENTS)) {
            publish(server, WARM_UP, new long[0], () -> {});
            long before = heap();
            try (var slow = new SlowReader(server, CLIENTS)) {
                measure("one more reads nothing", server, crowd, slow::tell);
                LOG.info("the slow reader's heap: {} MB", (heap() - before) >> 20);
                assertThat(heap() - before).isLessThan(SLOW_READER_BYTES);
                int closed = slow.tellUntilClosed(Duration.ofSeconds(30));
                LOG.info("the slow reader was closed {} times", closed);
                assertThat(closed).isGreaterThan(1);
            }
        }
    }

    private static SocketIoConfig config() {
        var usual = SocketIoConfig.defaults();
        return new SocketIoConfig(usual.path(), usual.connectTimeout(), 2 * CLIENTS, usual.engine());
    }

    private static void measure(String what, LiveServer server, LiveCrowd crowd, Runnable beside) {
        long[] due = new long[(int) MEASURED.toSeconds() * BROADCASTS_A_SECOND];
        publish(server, MEASURED, due, beside);
        crowd.await((long) due.length * CLIENTS, Duration.ofSeconds(10));
        long[] nanos = crowd.delays(due);
        Arrays.sort(nanos);
        LOG.info(
                "{}: {} deliveries, p50 {} ms, p99 {} ms, max {} ms, heap {} MB",
                what,
                nanos.length,
                millis(nanos, 0.5),
                millis(nanos, 0.99),
                millis(nanos, 1),
                heap() >> 20);
        assertThat(nanos).hasSize(due.length * CLIENTS);
        assertThat(millis(nanos, 0.99)).isLessThan(TARGET_P99_MILLIS);
    }

    /// Publishes at a fixed rate, whatever becomes of it.
    ///
    /// @param due filled with the times at which each was to be published; those of the warm-up have no place in it
    /// @param beside done after each
    private static void publish(LiveServer server, Duration duration, long[] due, Runnable beside) {
        long step = TimeUnit.SECONDS.toNanos(1) / BROADCASTS_A_SECOND;
        long start = System.nanoTime();
        int count = (int) (duration.toNanos() / step);
        for (int number = 0; number < count; number++) {
            long at = start + number * step;
            while (System.nanoTime() - at < 0) {
                LockSupport.parkNanos(at - System.nanoTime());
            }
            if (due.length > 0) {
                due[number] = at;
            }
            long mark = due.length > 0 ? number : LiveCrowd.UNCOUNTED;
            server.bus()
                    .publish(new ServiceChecked(new ServiceStatus(
                            "plex",
                            "Plex",
                            ServiceState.ONLINE,
                            mark,
                            Instant.EPOCH,
                            "Answers as it should",
                            null,
                            true)));
            beside.run();
        }
    }

    private static double millis(long[] sorted, double share) {
        int index = (int) Math.min(sorted.length - 1L, Math.round(share * sorted.length));
        return sorted[index] / 1e6;
    }

    private static long heap() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
