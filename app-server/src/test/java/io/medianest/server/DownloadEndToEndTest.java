package io.medianest.server;

import static io.medianest.server.testing.DemoHousehold.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.medianest.server.platform.Await;
import io.medianest.server.testing.DemoHousehold;
import io.medianest.server.testing.DemoSignIn;
import io.medianest.server.testing.ShellYtDlp;
import io.medianest.server.testing.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A long queue in the whole program, with real processes in yt-dlp's place.
class DownloadEndToEndTest {
    private static final int CONCURRENCY = 3;
    private static final int EACH = 100;
    private static final int FEW = 4;
    private static final int ENOUGH = 40;
    private static final int MORE = 12;
    private static final long MEMORY_BOUND = 8_000_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    @DisplayName(
            "two people with a hundred downloads each take turns; after a restart none is lost and none comes twice")
    void longQueue() throws IOException, InterruptedException {
        // Other tests of this process may keep a database running.
        List<Long> others = children();
        int threadsBefore = ManagementFactory.getThreadMXBean().getThreadCount();
        var programs = ShellYtDlp.in(directory.resolve("programs"));
        List<String> done;
        try (var household = start(programs)) {
            var wire = household.wire();
            var robin = DemoSignIn.of(wire).bearer();
            queue(wire, OWNER, 0, FEW);
            Await.until("the first have come", PATIENCE, () -> completed(wire) == FEW);
            long heapBefore = heapInUse();
            programs.hold();
            queue(wire, OWNER, FEW, EACH);
            queue(wire, robin, EACH, 2 * EACH);
            assertThat(heapInUse() - heapBefore)
                    .as("memory does not grow with the queue")
                    .isLessThan(MEMORY_BOUND);
            assertThat(page(wire, "").at("/data/queue/running").asInt()).isLessThanOrEqualTo(CONCURRENCY);
            programs.recover();
            Await.until("many have come", PATIENCE, () -> completed(wire) >= ENOUGH);
            assertThat(heapInUse() - heapBefore)
                    .as("memory does not grow with what was done")
                    .isLessThan(MEMORY_BOUND);
            assertThat(ManagementFactory.getThreadMXBean().getThreadCount() - threadsBefore)
                    .as("threads do not grow with the queue")
                    .isLessThan(100);
            assertFair(started(wire));
            done = completedIds(wire);
        }
        assertThat(children()).as("processes").isSubsetOf(others);

        try (var household = start(programs)) {
            var wire = household.wire();
            assertThat(completedIds(wire)).containsAll(done);
            Await.until("it goes on", PATIENCE, () -> completed(wire) >= done.size() + MORE);
            assertThat(total(wire, "")).isEqualTo(2 * EACH);
            assertThat(total(wire, "&status=failed")).isZero();
        }
        assertFilesMatch();
    }

    private static List<Long> children() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .toList();
    }

    private DemoHousehold start(ShellYtDlp programs) {
        return DemoHousehold.start(
                directory,
                "--youtube.yt-dlp=" + programs.ytDlp(),
                "--youtube.ffmpeg=" + programs.ffmpeg(),
                "--youtube.concurrency=" + CONCURRENCY,
                "--youtube.min-free-space=1MB");
    }

    /// What is in use when all that nobody needs any more has gone.
    private static long heapInUse() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void queue(Wire wire, String who, int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            var body = "{\"url\":\"https://youtu.be/v%010d\",\"quality\":\"144p\"}".formatted(i);
            assertThat(wire.sendJson("POST /api/v1/youtube/download", body, who).status())
                    .isEqualTo(201);
        }
    }

    private static JsonNode page(Wire wire, String more) {
        try {
            return wire.send("GET /api/v1/youtube/downloads?scope=all" + more, OWNER)
                    .json();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int completed(Wire wire) {
        return total(wire, "&status=completed");
    }

    private static int total(Wire wire, String more) {
        return page(wire, "&limit=1" + more).at("/data/pagination/totalItems").asInt();
    }

    private static List<String> completedIds(Wire wire) {
        return all(wire).stream()
                .filter(download -> download.path("status").asText().equals("completed"))
                .map(download -> download.path("id").asText())
                .toList();
    }

    private static List<JsonNode> all(Wire wire) {
        return IntStream.rangeClosed(1, 2)
                .mapToObj(number -> page(wire, "&limit=100&page=" + number))
                .flatMap(page -> page.at("/data/downloads").valueStream())
                .toList();
    }

    /// What was begun since both of them had something to wait for.
    private static List<JsonNode> started(Wire wire) {
        var now = Instant.now();
        return all(wire).stream()
                .filter(download -> number(download) >= FEW)
                .filter(download -> download.has("startedAt"))
                .filter(download -> !startedAt(download).isAfter(now))
                .toList();
    }

    private static Instant startedAt(JsonNode download) {
        return Instant.parse(download.path("startedAt").asText());
    }

    private static int number(JsonNode download) {
        return Integer.parseInt(download.path("videoId").asText().substring(1));
    }

    /// At no time has either of them got more than the places that the other may have held at the beginning.
    private static void assertFair(List<JsonNode> started) {
        var someone = started.getFirst().path("userId").asText();
        int lead = 0;
        for (var download : inOrder(started)) {
            lead += download.path("userId").asText().equals(someone) ? 1 : -1;
            assertThat(Math.abs(lead))
                    .as("how far one is before the other at %s", download.path("id"))
                    .isLessThanOrEqualTo(CONCURRENCY + 1);
        }
    }

    private static List<JsonNode> inOrder(List<JsonNode> started) {
        return started.stream()
                .sorted(Comparator.comparing(DownloadEndToEndTest::startedAt))
                .toList();
    }

    /// Each that has come has a file of its own, and there are no others.
    private void assertFilesMatch() throws IOException {
        try (var files = Files.walk(directory.resolve("videos"))) {
            var videos = files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains(".incomplete"))
                    .map(file -> file.getFileName().toString().replaceFirst(".*\\[(.*)].*", "$1"))
                    .toList();
            assertThat(videos)
                    .doesNotHaveDuplicates()
                    .hasSizeGreaterThanOrEqualTo(ENOUGH + MORE)
                    .allMatch(id -> id.matches("v\\d{10}"));
        }
    }
}
