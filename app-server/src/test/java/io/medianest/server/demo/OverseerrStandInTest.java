package io.medianest.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.medianest.model.api.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The stand-in moves nothing on here: its steps take an hour.
final class OverseerrStandInTest {
    private static final String SINTEL = """
            {"mediaType":"movie","mediaId":45745,"is4k":false}""";

    private final DemoWorld world;
    private final DemoClient owner;

    OverseerrStandInTest(@TempDir Path directory) {
        world = DemoWorld.start(new DemoPace(Duration.ofHours(1), Duration.ZERO), directory);
        owner = as("1");
    }

    @AfterEach
    void close() {
        owner.close();
        world.close();
    }

    @ParameterizedTest
    @CsvSource({"search, /search?query=sintel", "movie, /movie/45745", "tv, /tv/9000201", "status, /status"})
    @DisplayName("answers have the fields of a real server's, each of the same type")
    void shapes(String sample, String path) throws Exception {
        assertSameShape(sample(sample), owner.json("/api/v1" + path), sample);
    }

    @Test
    @DisplayName("requests and users have the fields of a real server's")
    void listShapes() throws Exception {
        post(as("2"), """
                {"mediaType":"tv","mediaId":9000202,"is4k":false,"seasons":"all"}""");
        assertSameShape(sample("requests"), owner.json("/api/v1/request?take=5"), "requests");
        assertSameShape(sample("users"), owner.json("/api/v1/user?take=2"), "users");
    }

    @Test
    @DisplayName("a title recommends others, in the form of a search")
    void recommendations() throws Exception {
        var similar = owner.json("/api/v1/movie/10331/recommendations?page=1").path("results");
        assertThat(similar).isNotEmpty();
        assertThat(similar).noneMatch(title -> title.path("id").asInt() == 10331);
        assertThat(similar).allMatch(title -> title.hasNonNull("mediaType") && title.hasNonNull("posterPath"));
    }

    @Test
    @DisplayName("without a key 401, with a wrong one or an unknown member 403")
    void keys() throws Exception {
        try (var nobody = new DemoClient(world.overseerr());
                var wrong = new DemoClient(world.overseerr(), "X-Api-Key", "wrong");
                var stranger = as("99")) {
            assertThat(nobody.get("/api/v1/user").statusCode()).isEqualTo(401);
            assertThat(nobody.get("/api/v1/status").statusCode()).isEqualTo(200);
            assertThat(wrong.get("/api/v1/user").statusCode()).isEqualTo(403);
            assertThat(stranger.get("/api/v1/user").statusCode()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/movie/1, 500",
        "/tv/10331, 500",
        "/request/77, 404",
        "/request?filter=declined, 400",
        "/search?query=a&colour=red, 400",
        "/search?query=a+b, 400",
        "/search?query=a%20b, 200"
    })
    @DisplayName("refusals have the statuses of the real one")
    void refusals(String path, int status) throws Exception {
        assertThat(owner.get("/api/v1" + path).statusCode()).isEqualTo(status);
    }

    @Test
    @DisplayName(
            "a film twice is 409, unless the caller forgets to say whether in 4K; a series without seasons left 202")
    void duplicates() throws Exception {
        var series = """
                {"mediaType":"tv","mediaId":9000202,"is4k":false,"seasons":[1]}""";
        assertThat(post(owner, SINTEL).statusCode()).isEqualTo(201);
        assertThat(post(owner, SINTEL).statusCode()).isEqualTo(409);
        assertThat(post(owner, SINTEL.replace(",\"is4k\":false", "")).statusCode())
                .isEqualTo(201);
        assertThat(post(owner, series).statusCode()).isEqualTo(201);
        assertThat(post(owner, series).statusCode()).isEqualTo(202);
        assertThat(post(owner, series.replace(",\"seasons\":[1]", "")).statusCode())
                .isEqualTo(500);
        assertThat(post(owner, SINTEL.replace("45745", "\"45745\"")).statusCode())
                .isEqualTo(400);
        assertThat(post(owner, SINTEL.replace("45745", "1")).statusCode()).isEqualTo(500);
    }

    @Test
    @DisplayName("who may not ask, or has asked enough this week, is refused with 403")
    void rights() throws Exception {
        try (var child = as("3");
                var visitor = as("4")) {
            assertThat(post(visitor, SINTEL).statusCode()).isEqualTo(403);
            assertThat(post(child, SINTEL).statusCode()).isEqualTo(201);
            assertThat(post(child, SINTEL.replace("45745", "19")).statusCode()).isEqualTo(201);
            assertThat(post(child, SINTEL.replace("45745", "653")).statusCode()).isEqualTo(403);
        }
    }

    @Test
    @DisplayName("a pending request can be declined, asked for again, approved and deleted")
    void decisions() throws Exception {
        try (var robin = as("2")) {
            int first = DemoClient.json(post(robin, SINTEL)).path("id").asInt();
            assertThat(owner.json("/api/v1/request?filter=pending")
                            .at("/pageInfo/results")
                            .asInt())
                    .isEqualTo(1);
            assertThat(status(owner.post("/api/v1/request/%d/decline".formatted(first), "")))
                    .isEqualTo(3);
            int second = DemoClient.json(post(robin, SINTEL)).path("id").asInt();
            assertThat(status(owner.post("/api/v1/request/%d/approve".formatted(second), "")))
                    .isEqualTo(2);
            assertThat(owner.json("/api/v1/movie/45745").at("/mediaInfo/status").asInt())
                    .isEqualTo(3);
            assertThat(owner.delete("/api/v1/request/" + second).statusCode()).isEqualTo(204);
            assertThat(owner.delete("/api/v1/request/" + second).statusCode()).isEqualTo(404);
        }
    }

    @Test
    @DisplayName("lists are cut as asked, and a search mixes in people and collections")
    void lists() throws Exception {
        post(owner, SINTEL);
        post(owner, SINTEL.replace("45745", "19"));
        var second = owner.json("/api/v1/request?take=1&skip=1&sort=added");
        assertThat(second.at("/pageInfo/pages").asInt()).isEqualTo(2);
        assertThat(second.at("/pageInfo/page").asInt()).isEqualTo(2);
        assertThat(second.at("/results/0/media/tmdbId").asInt()).isEqualTo(45745);
        assertThat(owner.json("/api/v1/search?query=a").path("results")).hasSize(20);
        assertThat(owner.json("/api/v1/search?query=a").findValuesAsText("mediaType"))
                .contains("movie", "person", "collection");
        assertThat(owner.json("/api/v1/search?query=zorro").findValuesAsText("mediaType"))
                .contains("movie", "tv");
    }

    private DemoClient as(String member) {
        return new DemoClient(world.overseerr(), "X-Api-Key", world.overseerrApiKey(), "X-API-User", member);
    }

    private static HttpResponse<String> post(DemoClient client, String wish) throws IOException, InterruptedException {
        return client.post("/api/v1/request", wish);
    }

    private static int status(HttpResponse<String> response) throws IOException {
        return DemoClient.json(response).path("status").asInt();
    }

    private static JsonNode sample(String name) throws IOException {
        try (var in = OverseerrStandInTest.class.getResourceAsStream("overseerr/" + name + ".json")) {
            return Json.strict().readTree(in);
        }
    }

    /// Every field that the real reply has and a client may read is there; numbers are numbers, texts are texts.
    private static void assertSameShape(JsonNode real, JsonNode ours, String where) {
        var missing = new ArrayList<String>();
        compare(real, ours, where, missing);
        assertThat(missing).isEmpty();
    }

    private static void compare(JsonNode real, JsonNode ours, String where, List<String> differences) {
        if (real.isNull() || ours.isNull() || (real.isArray() && (real.isEmpty() || ours.isEmpty()))) {
            return;
        }
        if (real.getNodeType() != ours.getNodeType()) {
            differences.add("%s: %s instead of %s".formatted(where, ours.getNodeType(), real.getNodeType()));
        }
        if (real.isArray()) {
            compare(real.get(0), ours.get(0), where + "[]", differences);
        }
        real.properties().forEach(field -> {
            if (ours.has(field.getKey())) {
                compare(field.getValue(), ours.get(field.getKey()), where + "." + field.getKey(), differences);
            } else if (ReadFields.NAMES.contains(field.getKey())) {
                differences.add(where + "." + field.getKey() + " is missing");
            }
        });
    }
}
