package io.medianest.server;

import static io.medianest.server.testing.DemoHousehold.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.medianest.server.demo.DemoPace;
import io.medianest.server.platform.Await;
import io.medianest.server.testing.DemoHousehold;
import io.medianest.server.testing.DemoSignIn;
import io.medianest.server.testing.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A long queue in the whole program, with real processes in yt-dlp's place.
class DownloadEndToEndTest {
    private static final DemoPace QUICK = new DemoPace(Duration.ofMillis(100), Duration.ofSeconds(3));
    private static final int CONCURRENCY = 2;
    private static final int EACH = 100;
    private static final int ENOUGH = 6;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    @DisplayName(
            "two people with a hundred downloads each take turns; after a restart none is lost and none comes twice")
    void longQueue() throws IOException, InterruptedException {
        int threadsBefore = ManagementFactory.getThreadMXBean().getThreadCount();
        List<String> done;
        try (var household = start()) {
            var wire = household.wire();
            queue(wire, OWNER, 0);
            queue(wire, DemoSignIn.of(wire).bearer(), EACH);
            var both = Instant.now();
            Await.until(
                    "some have come", PATIENCE, () -> startedSince(wire, both).size() >= ENOUGH);
            assertThat(ManagementFactory.getThreadMXBean().getThreadCount() - threadsBefore)
                    .as("threads do not grow with the queue")
                    .isLessThan(100);
            assertThat(page(wire, "").at("/data/queue/running").asInt()).isLessThanOrEqualTo(CONCURRENCY);
            assertFair(startedSince(wire, both));
            done = ids(wire, "completed");
        }
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .as("processes")
                .isEmpty();

        try (var household = start()) {
            var wire = household.wire();
            assertThat(total(wire, "")).isEqualTo(2 * EACH);
            assertThat(ids(wire, "completed")).containsAll(done);
            Await.until("it goes on", PATIENCE, () -> ids(wire, "completed").size() >= done.size() + CONCURRENCY);
            assertThat(total(wire, "&status=failed")).isZero();
        }
        assertFilesMatch();
    }

    private DemoHousehold start() {
        return DemoHousehold.start(
                QUICK, directory, "--youtube.concurrency=" + CONCURRENCY, "--youtube.min-free-space=1MB");
    }

    private static void queue(Wire wire, String who, int from) throws IOException {
        for (int i = 0; i < EACH; i++) {
            var body = "{\"url\":\"https://youtu.be/v%010d\",\"quality\":\"144p\"}".formatted(from + i);
            assertThat(wire.sendJson("POST /api/v1/youtube/download", body, who).status())
                    .isEqualTo(201);
        }
    }

    private static JsonNode page(Wire wire, String more) {
        try {
            return wire.send("GET /api/v1/youtube/downloads?scope=all&limit=100" + more, OWNER)
                    .json();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int total(Wire wire, String more) {
        return page(wire, more).at("/data/pagination/totalItems").asInt();
    }

    private static List<String> ids(Wire wire, String status) {
        return page(wire, "&status=" + status).at("/data/downloads").findValuesAsText("id");
    }

    private static List<JsonNode> startedSince(Wire wire, Instant since) {
        var started = new ArrayList<JsonNode>();
        for (var status : List.of("completed", "downloading")) {
            StreamSupport.stream(
                            page(wire, "&status=" + status)
                                    .at("/data/downloads")
                                    .spliterator(),
                            false)
                    .filter(download ->
                            Instant.parse(download.path("startedAt").asText()).isAfter(since))
                    .forEach(started::add);
        }
        return started;
    }

    private static void assertFair(List<JsonNode> started) {
        var owner = started.getFirst().path("userId").asText();
        long of = started.stream()
                .filter(download -> download.path("userId").asText().equals(owner))
                .count();
        // One more may have begun for either of them than for the other, and one between the two looks.
        assertThat(Math.abs(started.size() - 2 * of))
                .as("%d of %d", of, started.size())
                .isLessThanOrEqualTo(3);
    }

    /// What is called completed has a file of its own, and there are no others.
    private void assertFilesMatch() throws IOException {
        try (var files = Files.walk(directory.resolve("videos"))) {
            var videos = files.filter(file -> file.toString().endsWith(".mp4"))
                    .filter(file -> !file.toString().contains(".incomplete"))
                    .map(file -> file.getFileName().toString().replaceFirst(".*\\[(.*)].*", "$1"))
                    .toList();
            assertThat(videos).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(ENOUGH);
        }
    }
}
