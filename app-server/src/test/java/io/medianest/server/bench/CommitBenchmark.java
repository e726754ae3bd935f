package io.medianest.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.DatabaseAddress;
import io.medianest.server.platform.db.Installation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What it costs that each commit waits for the disk.
class CommitBenchmark {
    private static final Logger LOG = LoggerFactory.getLogger(CommitBenchmark.class);
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration MEASURED = Duration.ofSeconds(10);
    private static final String FILE = "file:";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {FILE, "durable:"})
    @DisplayName("commits, by one and by sixteen at a time")
    void commits(String files) throws Exception {
        var address = DatabaseAddress.inDirectory(directory);
        var url = address.url().replace("durable:", files);
        try (var database = Database.open(new DatabaseAddress(url, address.user(), address.password()))) {
            write(database, "warm-up", 1, WARM_UP);
            for (int writers : new int[] {1, 16}) {
                var nanos = write(database, "writers-" + writers, writers, MEASURED);
                LOG.info(
                        "{} {} at a time: {}/s, p50 {} ms, p99 {} ms",
                        files,
                        writers,
                        nanos.size() / MEASURED.toSeconds(),
                        millis(nanos, 0.5),
                        millis(nanos, 0.99));
                assertThat(nanos).isNotEmpty();
            }
        }
    }

    private static List<Long> write(Database database, String name, int writers, Duration time) throws Exception {
        var installation = new Installation(database);
        long end = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Long>>> all = IntStream.range(0, writers)
                    .mapToObj(writer -> threads.submit(() -> until(end, installation, name + "-" + writer)))
                    .toList();
            var nanos = new ArrayList<Long>();
            for (var one : all) {
                nanos.addAll(one.get());
            }
            return nanos.stream().sorted().toList();
        }
    }

    private static List<Long> until(long end, Installation installation, String name) {
        var nanos = new ArrayList<Long>();
        while (System.nanoTime() < end) {
            long begin = System.nanoTime();
            installation.keep(name + "-" + nanos.size(), () -> "written");
            nanos.add(System.nanoTime() - begin);
        }
        return nanos;
    }

    private static double millis(List<Long> nanos, double quantile) {
        return nanos.get((int) ((nanos.size() - 1) * quantile)) / 1e6;
    }
}
