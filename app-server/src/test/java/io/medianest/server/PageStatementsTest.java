package io.medianest.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.testing.RedisServer;
import io.medianest.server.testing.TestDatabase;
import io.medianest.server.testing.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a page of requests costs the database: counted by the flight recorder, to which Jdbi reports its statements.
class PageStatementsTest {
    private static final String TOKEN = "a-token-of-the-owner-for-this-test";
    private static final String STATEMENT = "jdbi.statement";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    /// A database that others may change is asked again after a second, unless they can tell.
    private final @Nullable RedisServer redis = TestDatabase.isEmbedded() ? null : RedisServer.start();

    private final List<String> others = redis == null ? List.of() : List.of("--redis.url=" + redis.url());

    @AfterEach
    void close() {
        if (redis != null) {
            redis.close();
        }
    }

    @Test
    @DisplayName(
            "a page of everybody's requests takes one statement, for 3 people as for 200, once it is known who asks and how long the list is")
    void constant() throws Exception {
        addPeople(1, 3);
        assertThat(statementsOfOnePage(3)).hasSize(1);

        addPeople(4, 200);
        assertThat(statementsOfOnePage(200)).hasSize(1);
    }

    private List<String> statementsOfOnePage(int requests) throws IOException {
        try (var server = start();
                var recording = new Recording()) {
            var wire = new Wire(server.port());
            ask(wire); // from here on it is known who asks, and how long the list is
            recording.enable(STATEMENT).withoutThreshold();
            recording.start();
            var page = ask(wire);
            recording.stop();
            assertThat(page.json().at("/data/pagination/totalItems").asInt()).isEqualTo(requests);
            assertThat(page.json().at("/data/requests/0/username").asText()).startsWith("Person ");
            return ofTheRequest(recording);
        }
    }

    private static Wire.Answer ask(Wire wire) throws IOException {
        return wire.send("GET /api/v1/media/requests?limit=20&scope=all", "Authorization: Bearer " + TOKEN);
    }

    /// Each connection is served by a thread of its own, so that the work in the background is told apart.
    private List<String> ofTheRequest(Recording recording) throws IOException {
        var file = directory.resolve("statements.jfr");
        recording.dump(file);
        Map<Long, List<String>> byThread = RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals(STATEMENT))
                .collect(Collectors.groupingBy(
                        event -> event.getThread().getJavaThreadId(),
                        Collectors.mapping(PageStatementsTest::sql, Collectors.toList())));
        var pages = byThread.values().stream()
                .filter(statements -> statements.stream().anyMatch(sql -> sql.contains("OFFSET")))
                .toList();
        assertThat(pages).hasSize(1);
        return pages.getFirst();
    }

    private static String sql(RecordedEvent event) {
        return event.getString("sql");
    }

    private MediaNestServer start() {
        var settings = Stream.of(
                "--server.host=127.0.0.1", "--server.port=0", "--data.dir=" + directory, "--admin.token=" + TOKEN);
        return MediaNestServer.start(ServerConfig.read(
                Map.of(), TestDatabase.arguments(directory, Stream.concat(settings, others.stream()))));
    }

    /// Puts people with one request each into the database, which the server has made and left.
    private void addPeople(int from, int to) {
        start().close();
        try (var database = TestDatabase.inDirectory(directory)) {
            var people = database.store(PeopleInBulkStore.class);
            people.addPeople(from, to);
            people.addRequests(from, to);
        }
    }
}
