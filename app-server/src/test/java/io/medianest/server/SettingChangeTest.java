package io.medianest.server;

import static io.medianest.server.testing.ServerUnderTest.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.medianest.server.testing.LoopbackService;
import io.medianest.server.testing.LoopbackService.Answer;
import io.medianest.server.testing.ServerUnderTest;
import io.medianest.server.testing.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Settings, trials of services and circuit breakers over HTTP, in a running server.
class SettingChangeTest {
    private static final String EMPTY_PAGE = "{\"page\":1,\"totalPages\":1,\"totalResults\":1,\"results\":["
            + "{\"id\":1,\"mediaType\":\"movie\",\"title\":\"Nosferatu\"}]}";

    private final LoopbackService overseerr = LoopbackService.start()
            .on("/api/v1/status", Answer.ok("{\"version\":\"1.34.0\"}"))
            .on("/api/v1/search", Answer.ok(EMPTY_PAGE))
            .on(
                    "/api/v1/auth/me",
                    asked -> "k3y".equals(asked.header("X-Api-Key"))
                            ? Answer.ok("{\"id\":1}")
                            : Answer.json(403, "{\"status\":403,\"error\":\"You do not have permission\"}"));

    @RegisterExtension
    private final ServerUnderTest server = ServerUnderTest.with("--youtube.yt-dlp=/nowhere/yt-dlp");

    @AfterEach
    void close() {
        overseerr.close();
    }

    private Wire.Answer put(String json) throws IOException {
        return server.wire().sendJson("PUT /api/v1/admin/settings", json, OWNER);
    }

    private JsonNode tried(String service, String json) throws IOException {
        var answer = server.wire().sendJson("POST /api/v1/admin/settings/test/" + service, json, OWNER);
        assertThat(answer.status()).isEqualTo(200);
        return answer.json().path("data");
    }

    private String address() {
        return "\"overseerr.url\":\"%s\"".formatted(overseerr.url());
    }

    @Test
    @DisplayName("an outside service that is set works without a restart, and still after one")
    void atOnce() throws IOException {
        assertThat(server.wire().send("GET /api/v1/media/search?q=n", OWNER).status())
                .isEqualTo(503);

        assertThat(put("{%s,\"overseerr.api-key\":\"k3y\"}".formatted(address()))
                        .status())
                .isEqualTo(200);
        assertThat(server.wire().send("GET /api/v1/media/search?q=n", OWNER).text())
                .contains("Nosferatu");

        server.restart();
        assertThat(server.wire().send("GET /api/v1/media/search?q=n", OWNER).text())
                .contains("Nosferatu");
        var list = server.wire().send("GET /api/v1/admin/settings", OWNER);
        assertThat(list.text()).doesNotContain("k3y").contains("••••");
    }

    @Test
    @DisplayName("what a service has said goes with its address, and not with that of another")
    void copies() throws IOException {
        put("{%s,\"overseerr.api-key\":\"k3y\"}".formatted(address()));
        search();
        put("{\"plex.url\":\"http://127.0.0.1:9\",\"plex.token\":\"token\"}");
        search();
        assertThat(overseerr.asked("/api/v1/search")).hasSize(1);

        put("{\"overseerr.api-key\":\"another\"}");
        search();
        assertThat(overseerr.asked("/api/v1/search")).hasSize(2);
    }

    private void search() throws IOException {
        assertThat(server.wire().send("GET /api/v1/media/search?q=n", OWNER).text())
                .contains("Nosferatu");
    }

    @Test
    @DisplayName("cookies are taken as the file that browsers export, refused as anything else, and never shown again")
    void cookies() throws IOException {
        var file = "# Netscape HTTP Cookie File\\n.youtube.com\\tTRUE\\t/\\tTRUE\\t0\\tSID\\tgeheim\\n";
        var taken = put("{\"youtube.cookies\":\"%s\"}".formatted(file));
        assertThat(taken.status()).isEqualTo(200);
        var list = server.wire().send("GET /api/v1/admin/settings", OWNER);
        assertThat(taken.text() + list.text()).doesNotContain("geheim").contains("\"kind\":\"secret-file\"");

        var refused = put("{\"youtube.cookies\":\"SID=geheim\"}");
        assertThat(refused.error()).isEqualTo("400 VALIDATION_ERROR youtube.cookies");
        assertThat(refused.text()).doesNotContain("geheim");
    }

    @Test
    @DisplayName("limits and anonymous search change at once")
    void limits() throws IOException {
        assertThat(server.wire().send("GET /api/v1/media/search?q=n").status()).isEqualTo(401);
        assertThat(put("{\"server.anonymous-search\":\"true\",\"limits.api\":\"7/1m\"}")
                        .status())
                .isEqualTo(200);
        var answer = server.wire().send("GET /api/v1/media/search?q=n");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("X-RateLimit-Limit")).isEqualTo("7");
    }

    @Test
    @DisplayName("what was given on the command line is locked, what is unknown is named, and only admins may look")
    void refusals() throws IOException {
        assertThat(put("{\"youtube.yt-dlp\":\"/bin/true\"}").error()).isEqualTo("409 INVALID_STATE youtube.yt-dlp");
        assertThat(put("{\"plex.tokn\":\"x\"}").error()).isEqualTo("400 VALIDATION_ERROR plex.tokn");
        assertThat(put("{\"limits.api\":\"many\"}").error()).isEqualTo("400 VALIDATION_ERROR limits.api");
        assertThat(put("[1]").status()).isEqualTo(400);
        assertThat(server.wire().send("GET /api/v1/admin/settings").status()).isEqualTo(401);
    }

    @Test
    @DisplayName("a service is tried with values that are not saved, and told apart from all that can be wrong with it")
    void trials() throws IOException {
        var good = tried("overseerr", "{%s,\"overseerr.api-key\":\"k3y\"}".formatted(address()));
        assertThat(good.path("reachable").asBoolean()).isTrue();
        assertThat(good.path("version").asText()).isEqualTo("1.34.0");
        assertThat(good.path("latency").asLong()).isPositive();
        assertThat(good.has("reason")).isFalse();

        assertThat(reason("{%s,\"overseerr.api-key\":\"wrong\"}".formatted(address())))
                .startsWith("key-refused: ")
                .contains("check its key");
        overseerr.on("/api/v1/status", Answer.html(200));
        assertThat(reason("{%s,\"overseerr.api-key\":\"k3y\"}".formatted(address())))
                .startsWith("wrong-service: ")
                .contains("is the address in the settings right?");
        overseerr.on("/api/v1/status", Answer.ok("{\"hello\":\"I am somebody else\"}"));
        assertThat(reason("{%s,\"overseerr.api-key\":\"k3y\"}".formatted(address())))
                .startsWith("wrong-service: Overseerr is not what answers there");
        assertThat(reason("{\"overseerr.url\":\"http://no.such.host.invalid\",\"overseerr.api-key\":\"k\"}"))
                .startsWith("name-unknown: ")
                .contains("nobody knows the name");
        assertThat(reason("{\"overseerr.url\":\"http://127.0.0.1:%d\",\"overseerr.api-key\":\"k\"}"
                        .formatted(freePort())))
                .startsWith("unreachable: ")
                .contains("nothing answers at its address and port");
        assertThat(reason("{%s}".formatted(address()))).startsWith("key-missing: ");
        assertThat(reason("{}")).startsWith("address-missing: ").contains("set overseerr.url");
        var videos = tried("youtube", "{}");
        assertThat(videos.path("problem").asText()).isEqualTo("not-installed");
        assertThat(videos.path("reason").asText()).contains("yt-dlp cannot be started");
        assertThat(server.wire()
                        .sendJson("POST /admin/settings/test/fax", "{}", OWNER)
                        .error())
                .isEqualTo("404 NOT_FOUND fax");
        // Trying saved nothing.
        assertThat(server.wire().send("GET /api/v1/media/search?q=n", OWNER).status())
                .isEqualTo(503);
    }

    @Test
    @DisplayName("a service that works, but is older than any that was tried, is told so")
    void outdated() throws IOException {
        overseerr.on("/api/v1/status", Answer.ok("{\"version\":\"1.9.2\"}"));

        var old = tried("overseerr", "{%s,\"overseerr.api-key\":\"k3y\"}".formatted(address()));

        assertThat(old.path("reachable").asBoolean()).isTrue();
        assertThat(old.path("problem").asText()).isEqualTo("outdated");
        assertThat(old.path("reason").asText()).contains("1.9.2").contains("update it");
    }

    @Test
    @DisplayName("the key of Uptime Kuma is tried as well, and what is not Uptime Kuma told apart")
    void kuma() throws IOException {
        var kuma = "{\"uptime-kuma.url\":\"%s\",\"uptime-kuma.api-key\":\"k\"}".formatted(overseerr.url());
        overseerr.on("/api/entry-page", Answer.ok("{\"hello\":1}"));
        assertThat(tried("uptime-kuma", kuma).path("problem").asText()).isEqualTo("wrong-service");

        overseerr.on("/api/entry-page", Answer.ok("{\"type\":\"entryPage\"}"));
        overseerr.on("/metrics", Answer.json(401, ""));
        assertThat(tried("uptime-kuma", kuma).path("problem").asText()).isEqualTo("key-refused");
        assertThat(tried("uptime-kuma", "{\"uptime-kuma.url\":\"%s\"}".formatted(overseerr.url()))
                        .path("reachable")
                        .asBoolean())
                .isTrue();
    }

    private String reason(String json) throws IOException {
        var result = tried("overseerr", json);
        assertThat(result.path("reachable").asBoolean(true)).isFalse();
        return result.path("problem").asText() + ": " + result.path("reason").asText();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    @DisplayName("the breakers stand as they are promised, and can be reset")
    void breakers() throws IOException {
        var list = server.wire()
                .send("GET /api/v1/admin/circuit-breakers", OWNER)
                .json()
                .at("/data/circuitBreakers");
        assertThat(list.findValuesAsText("name"))
                .contains("plex", "plex-tv", "overseerr", "tmdb", "uptime-kuma", "youtube");
        var promised = Map.of("uptime-kuma", 3, "youtube", 8, "youtube-images", 8);
        for (var breaker : list) {
            assertThat(breaker.path("state").asText()).isEqualTo("closed");
            var name = breaker.path("name").asText();
            assertThat(breaker.path("threshold").asInt()).as(name).isEqualTo(promised.getOrDefault(name, 5));
        }
        assertThat(server.wire()
                        .send("POST /admin/circuit-breakers/plex/reset", OWNER)
                        .status())
                .isEqualTo(200);
        assertThat(server.wire()
                        .send("POST /admin/circuit-breakers/fax/reset", OWNER)
                        .error())
                .isEqualTo("404 NOT_FOUND fax");
    }

    @Test
    @DisplayName("nobody can have a stored key sent somewhere else, neither by a trial nor by a change")
    void keyStaysHome() throws IOException {
        assertThat(put("{%s,\"overseerr.api-key\":\"k3y\"}".formatted(address()))
                        .status())
                .isEqualTo(200);
        try (var thief = LoopbackService.start().on("/api/v1/auth/me", Answer.ok("{\"id\":1}"))) {
            var there = "{\"overseerr.url\":\"%s\"}".formatted(thief.url());
            assertThat(reason(there)).contains("set overseerr.api-key");
            assertThat(put(there).error()).isEqualTo("400 VALIDATION_ERROR overseerr.api-key");
            assertThat(thief.asked("/api/v1/auth/me")).isEmpty();
            assertThat(thief.asked("/api/v1/status")).isEmpty();
        }
        assertThat(tried("overseerr", "{}").path("reachable").asBoolean()).isTrue();
    }

    @Test
    @DisplayName("another Overseerr is asked anew: what the one before said is forgotten, unless only limits change")
    void forgotten() throws IOException {
        put("{%s,\"overseerr.api-key\":\"k3y\"}".formatted(address()));
        assertThat(server.wire().send("GET /api/v1/media/search?q=n", OWNER).text())
                .contains("Nosferatu");
        put("{\"limits.api\":\"500/1m\"}");
        server.wire().send("GET /api/v1/media/search?q=n", OWNER);
        assertThat(overseerr.asked("/api/v1/search")).hasSize(1);

        try (var other = LoopbackService.start()
                .on("/api/v1/search", Answer.ok(EMPTY_PAGE.replace("Nosferatu", "Metropolis")))) {
            put("{\"overseerr.url\":\"%s\",\"overseerr.api-key\":\"0ther\"}".formatted(other.url()));
            assertThat(server.wire().send("GET /api/v1/media/search?q=n", OWNER).text())
                    .contains("Metropolis")
                    .doesNotContain("Nosferatu");
        }
    }
}
