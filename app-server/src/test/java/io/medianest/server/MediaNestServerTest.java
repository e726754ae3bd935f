package io.medianest.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.medianest.server.testing.TestDatabase;
import io.medianest.server.testing.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Starting, refusing to start, and starting again.
class MediaNestServerTest {
    private static final String TOKEN = "a-token-of-the-owner-for-this-test";
    private static final String OWNER = "Authorization: Bearer " + TOKEN;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    @DisplayName("a busy port is named, with the setting that chooses another, and leaves nothing locked")
    void busyPort() throws IOException {
        try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = "--server.port=" + busy.getLocalPort();
            assertThatThrownBy(() -> start(port))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("Port " + busy.getLocalPort() + " is in use")
                    .hasMessageContaining("--server.port");
        }
        try (var server = start()) {
            assertThat(health(server).status()).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("a place to listen that was set in the program and cannot be had does not keep it from starting")
    void storedPlace() throws IOException {
        try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var database = TestDatabase.inDirectory(directory)) {
            database.store(SettingRowStore.class).insert("server.port", Integer.toString(busy.getLocalPort()));
            database.close();
            try (var server = MediaNestServer.start(ServerConfig.read(
                    Map.of(),
                    TestDatabase.arguments(
                            directory,
                            Stream.of(
                                    "--server.host=127.0.0.1",
                                    "--data.dir=" + directory,
                                    "--admin.token=" + TOKEN))))) {
                var settings = new Wire(server.port()).send("GET /api/v1/admin/settings", OWNER);
                assertThat(settings.json().at("/data/restartNeeded").asBoolean())
                        .isTrue();
                assertThat(server.port()).isNotEqualTo(busy.getLocalPort());
            }
        }
    }

    @Test
    @DisplayName("a second start with the same data is refused, and the first goes on")
    void secondStart() throws IOException {
        try (var first = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("already running with the data directory " + directory)
                    .hasMessageContaining("--data.dir");
            assertThat(health(first).status()).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("an address that this machine does not have is refused in one sentence")
    void foreignAddress() {
        assertThatThrownBy(() -> start("--server.host=no.such.host.invalid"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("server.host no.such.host.invalid");
    }

    @Test
    @DisplayName("what was made before a restart is there after it, and closing twice is harmless")
    void restart() throws IOException {
        try (var server = start()) {
            var made = new Wire(server.port()).sendJson("POST /api/v1/admin/tokens", "{\"name\":\"Kitchen\"}", OWNER);
            assertThat(made.status()).isEqualTo(201);
            server.close();
        }
        try (var server = start()) {
            var tokens = new Wire(server.port()).send("GET /api/v1/admin/tokens", OWNER);
            assertThat(tokens.json().path("data").findValuesAsText("name")).containsExactly("Kitchen");
        }
    }

    @Test
    @DisplayName("the window's credential is the owner's, and another one after each start")
    void windowCredential() throws IOException {
        var credentials = new ArrayList<String>();
        for (int i = 0; i < 2; i++) {
            try (var server = start()) {
                credentials.add(server.ownerToken());
                var session = new Wire(server.port())
                        .send("GET /api/v1/auth/session", "Authorization: Bearer " + server.ownerToken());
                assertThat(session.json().at("/data/user/role").asText()).isEqualTo("admin");
                assertThat(new Wire(server.port())
                                .send("GET /auth/session", "Authorization: Bearer " + credentials.getFirst())
                                .status())
                        .isEqualTo(i == 0 ? 200 : 401);
            }
        }
        assertThat(credentials).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("without any service it is healthy, and says of each what to set")
    void noServices() throws IOException {
        try (var server = start()) {
            assertThat(health(server).json().path("status").asText()).isEqualTo("healthy");
            var wire = new Wire(server.port());
            var report = wire.send("GET /api/v1/dashboard/status", OWNER).json().path("data");
            for (var name : List.of("plex", "overseerr", "uptime-kuma")) {
                var service = find(report.path("services"), name);
                assertThat(service.path("configured").asBoolean(true)).as(name).isFalse();
                assertThat(service.path("message").asText())
                        .startsWith("Not configured: ")
                        .contains(name + ".url");
            }
            assertThat(report.path("incidents")).isEmpty();
            assertThat(wire.send("GET /api/v1/media/search?q=wolf", OWNER).error())
                    .startsWith("503 SERVICE_UNAVAILABLE");
        }
    }

    private static JsonNode find(JsonNode services, String name) {
        for (var service : services) {
            if (service.path("name").asText().equals(name)) {
                return service;
            }
        }
        throw new AssertionError("no service " + name + " in " + services);
    }

    private static Wire.Answer health(MediaNestServer server) throws IOException {
        return new Wire(server.port()).send("GET /health");
    }

    private MediaNestServer start(String... more) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("--server.host", "127.0.0.1");
        settings.put("--server.port", "0");
        settings.put("--data.dir", directory.toString());
        settings.put("--admin.token", TOKEN);
        settings.put("--youtube.yt-dlp", "/nowhere/yt-dlp");
        for (var setting : more) {
            var parts = setting.split("=", 2);
            settings.put(parts[0], parts[1]);
        }
        return MediaNestServer.start(ServerConfig.read(
                Map.of(),
                TestDatabase.arguments(
                        directory,
                        settings.entrySet().stream().map(setting -> setting.getKey() + "=" + setting.getValue()))));
    }
}
