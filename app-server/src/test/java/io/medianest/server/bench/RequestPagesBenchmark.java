package io.medianest.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.MediaNestServer;
import io.medianest.server.ServerConfig;
import io.medianest.server.testing.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How long the first, the middle and the last page of 100,000 requests take, one after the other.
class RequestPagesBenchmark {
    private static final Logger LOG = LoggerFactory.getLogger(RequestPagesBenchmark.class);
    private static final String TOKEN = "a-token-of-the-owner-for-this-benchmark";
    private static final String OWNER = "Authorization: Bearer " + TOKEN;
    private static final int ROWS = 100_000;
    private static final int WARM_UP = 300;
    private static final int MEASURED = 300;
    private static final double MOST_TIMES_AS_LONG = 2;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    @DisplayName("pages of one's own, of everybody's and of filtered lists take as long wherever they are")
    void pages() throws Exception {
        seed(ownerId());
        try (var server = start()) {
            var wire = new Wire(server.port());
            for (var list : new String[] {"scope=mine", "scope=all", "scope=all&status=available", "mediaType=movie"}) {
                measure(wire, "/api/v1/media/requests?limit=20&" + list);
            }
        }
    }

    private static void measure(Wire wire, String list) throws IOException {
        int pages = wire.send("GET " + list, OWNER)
                .json()
                .at("/data/pagination/totalPages")
                .asInt();
        var medians = new TreeMap<Integer, Double>();
        for (int page : new int[] {1, pages / 2, pages}) {
            medians.put(page, median(wire, list + "&page=" + page));
        }
        LOG.info("{}: median in ms by page {}", list, medians);
        double fastest =
                medians.values().stream().mapToDouble(time -> time).min().orElseThrow();
        double slowest =
                medians.values().stream().mapToDouble(time -> time).max().orElseThrow();
        assertThat(slowest / fastest).as("%s %s", list, medians).isLessThan(MOST_TIMES_AS_LONG);
    }

    private static double median(Wire wire, String path) throws IOException {
        var times = new long[MEASURED];
        for (int i = -WARM_UP; i < MEASURED; i++) {
            long begun = System.nanoTime();
            assertThat(wire.send("GET " + path, OWNER).status()).isEqualTo(200);
            times[Math.max(0, i)] = System.nanoTime() - begun;
        }
        Arrays.sort(times);
        return times[MEASURED / 2] / 1e6;
    }

    private String ownerId() throws IOException {
        try (var server = start()) {
            return new Wire(server.port())
                    .send("GET /auth/session", OWNER)
                    .json()
                    .at("/data/user/id")
                    .asText();
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

    private void seed(String owner) throws SQLException {
        var address = "jdbc:h2:file:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
                .formatted(directory.resolve("medianest").toAbsolutePath());
        try (var connection = DriverManager.getConnection(address, "sa", "");
                var statement = connection.prepareStatement("""
                        INSERT INTO media_request (id, user_id, media_type, tmdb_id, title, status, stage, quality,
                            created_at, updated_at, version)
                        SELECT 'req_' || x, ?, CASE WHEN MOD(x, 5) = 0 THEN 'tv' ELSE 'movie' END,
                            CAST(x AS VARCHAR), 'A title of usual length ' || x,
                            CASE WHEN MOD(x, 3) = 0 THEN 'denied' ELSE 'available' END, 'done', '1080p',
                            DATEADD('SECOND', x, TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00Z'),
                            DATEADD('SECOND', x, TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00Z'), 1
                        FROM SYSTEM_RANGE(1, ?) AS numbers(x)""")) {
            statement.setString(1, owner);
            statement.setInt(2, ROWS);
            statement.executeUpdate();
        }
    }
}
