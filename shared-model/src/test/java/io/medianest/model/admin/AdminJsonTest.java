package io.medianest.model.admin;

import io.medianest.model.Golden;
import io.medianest.model.api.PageQuery;
import io.medianest.model.api.Pagination;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AdminJsonTest {
    private static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant LATER = Instant.parse("2026-01-02T03:04:35Z");

    @ParameterizedTest(name = "{0}")
    @MethodSource("wire")
    @DisplayName("every record is written as its golden file, and read back from it")
    void golden(String file, Object value) throws IOException {
        Golden.hold("admin-" + file, value);
    }

    private static Stream<Arguments> wire() {
        var open = new BreakerReport(
                "plex",
                "Plex",
                BreakerState.OPEN,
                5,
                0,
                7,
                5,
                THEN,
                LATER,
                new CallNumbers(3, 10, 45, 3, 3, 16, 2, "50/1s"));
        var closed = new BreakerReport("tmdb", "TMDB", BreakerState.CLOSED, 1, 3, 0, 5, null, null);
        var letter = new DeadLetter(
                "17",
                "submit-request",
                "req_1",
                "Nosferatu",
                8,
                "Overseerr refuses it",
                "c0ffee",
                THEN,
                LATER,
                List.of(
                        new FailedAttempt(THEN, "Overseerr answered with HTTP 500"),
                        new FailedAttempt(LATER, "Overseerr refuses it")));
        var stats = new AdminStats(
                Map.of("medianest", "0.1.0"),
                THEN,
                30,
                Map.of("active", 3L),
                Map.of("pending", 2L),
                Map.of(),
                Map.of("done", 7L),
                Map.of("downloads", 1L),
                new StorageStats("/data", 100, 200, 300, new DiskStats("/videos", 1000, 400)),
                List.of(new CacheStats("catalogue.search", 10, 4, 1, 3)));
        return Stream.of(
                Arguments.of("stats", stats),
                Arguments.of("backups", new BackupList(List.of(new Backup("medianest-1.zip", 1234, THEN)))),
                Arguments.of("restore", new Restore("medianest-1.zip", true)),
                Arguments.of("breakers", new BreakerList(List.of(open, closed))),
                Arguments.of(
                        "dead-letters", new DeadLetterPage(List.of(letter), Pagination.of(new PageQuery(1, 20), 1))));
    }
}
