package io.medianest.server;

import static io.medianest.server.testing.DemoHousehold.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.dashboard.HealthRoutes;
import io.medianest.server.openapi.AccountWalk;
import io.medianest.server.openapi.ApiDescription;
import io.medianest.server.openapi.ApiWalker;
import io.medianest.server.openapi.CatalogueWalk;
import io.medianest.server.openapi.DownloadWalk;
import io.medianest.server.openapi.IncidentWalk;
import io.medianest.server.openapi.KeeperWalk;
import io.medianest.server.openapi.OutgoingWalk;
import io.medianest.server.openapi.RequestWalk;
import io.medianest.server.openapi.ServiceWalk;
import io.medianest.server.platform.http.Access;
import io.medianest.server.platform.http.ApiRouting.Endpoint;
import io.medianest.server.testing.DemoHousehold;
import io.medianest.server.testing.DemoSignIn;
import io.medianest.server.testing.TestDatabase;
import io.medianest.server.testing.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/// The running server and its own description of itself must say the same.
class OpenApiWalkTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static DemoHousehold household;

    @SuppressWarnings("NullAway.Init")
    private static Wire wire;

    @SuppressWarnings("NullAway.Init")
    private static ApiDescription description;

    @BeforeAll
    static void start() throws IOException {
        household = DemoHousehold.start(directory);
        wire = household.wire();
        description = ApiDescription.of(wire);
    }

    @AfterAll
    static void close() {
        household.close();
    }

    @Test
    @DisplayName("the document has the routes of the server, all of them and no others")
    void routes() {
        var documented = description.operations().stream()
                .map(ApiDescription.Operation::name)
                .toList();
        assertThat(documented).as("""
                        Each route of the server is documented. What could not be found here is not: describe it in \
                        app-server/src/main/resources/io/medianest/server/openapi, in the file of its feature (a new \
                        file is listed in openapi.yaml), and use it in a walk beside ApiWalker""").containsAll(served());
        assertThat(served())
                .as("Each operation of the document is served. What could not be found here has to go from its file")
                .containsAll(documented);
    }

    private static List<String> served() {
        return endpoints().stream().map(OpenApiWalkTest::name).toList();
    }

    private static List<Endpoint> endpoints() {
        var idle = directory.resolve("idle");
        var config = ServerConfig.read(Map.of(), TestDatabase.arguments(idle, Stream.of("--data.dir=" + idle)));
        try (var data = DataDirectory.open(idle);
                var wiring = new Wiring(config, data.path(), Clock.systemUTC())) {
            return wiring.routing(new HealthRoutes.About("1", Instant.EPOCH, null))
                    .endpoints();
        }
    }

    private static String name(Endpoint endpoint) {
        return endpoint.method() + " " + endpoint.path();
    }

    @TestFactory
    @DisplayName("every operation succeeds and is refused as its description says")
    Stream<DynamicTest> walk() throws IOException, InterruptedException {
        var stranger = new ApiWalker(description, wire);
        var owner = stranger.with(OWNER);
        var robin = stranger.with(DemoSignIn.of(wire).bearer());
        return Stream.of(
                step("health, services, library, documents", () -> new ServiceWalk(stranger, owner).go()),
                step("titles", () -> new CatalogueWalk(stranger, owner).go()),
                step("requests", () -> new RequestWalk(stranger, owner, robin).go()),
                step("incidents", () -> new IncidentWalk(stranger, owner).go()),
                step("downloads", () -> new DownloadWalk(owner, robin).go()),
                step("settings and upkeep", () -> new KeeperWalk(stranger, owner).go()),
                step("targets of notifications", () -> new OutgoingWalk(stranger, owner).go()),
                step("people and devices", () -> new AccountWalk(stranger, owner, wire).go()),
                step(
                        "no operation was left out",
                        () -> assertThat(stranger.leftOut())
                                .as(
                                        "operations that no walk beside ApiWalker has seen succeed and be refused: add them there")
                                .isEqualTo(TestDatabase.isEmbedded() ? List.of() : List.of("POST /admin/restore"))));
    }

    private static DynamicTest step(String name, Executable walk) {
        return DynamicTest.dynamicTest(name, walk);
    }

    @Test
    @DisplayName("all that is for admins by its address is for admins, and what is open to strangers is on this list")
    void access() {
        var endpoints = endpoints();
        assertThat(endpoints)
                .filteredOn(endpoint -> endpoint.path().startsWith("/admin/"))
                .isNotEmpty()
                .allSatisfy(endpoint ->
                        assertThat(endpoint.access()).as(name(endpoint)).isEqualTo(Access.ADMIN));
        assertThat(endpoints)
                .filteredOn(endpoint -> endpoint.access() != Access.USER && endpoint.access() != Access.ADMIN)
                .extracting(endpoint -> name(endpoint) + " " + endpoint.access())
                .containsExactlyInAnyOrder(
                        "GET /auth/plex/pin/{id}/qr.png PUBLIC_UNCOUNTED",
                        "POST /auth/plex/pin SIGN_IN",
                        "POST /auth/plex/verify SIGN_IN",
                        "POST /auth/pair SIGN_IN",
                        "GET /csrf/token PUBLIC",
                        "POST /csrf/refresh PUBLIC",
                        "GET /docs PUBLIC_UNCOUNTED",
                        "GET /docs/{file} PUBLIC_UNCOUNTED",
                        "GET /openapi.json PUBLIC_UNCOUNTED",
                        "GET /openapi.yaml PUBLIC_UNCOUNTED",
                        "GET /health PUBLIC_UNCOUNTED",
                        "GET /health/live PUBLIC_UNCOUNTED",
                        "GET /health/ready PUBLIC_UNCOUNTED",
                        "GET /media/images/{size}/{file} PICTURE",
                        "GET /media/search SEARCH",
                        "GET /metrics MACHINE",
                        "GET /plex/image PICTURE",
                        "GET /youtube/downloads/{id}/picture PICTURE",
                        "GET /plex/server SEARCH",
                        "GET /server/info PUBLIC",
                        "GET /server/qr PUBLIC_UNCOUNTED",
                        "POST /webhooks/overseerr WEBHOOK",
                        "POST /webhooks/overseerr/{secret} WEBHOOK",
                        "POST /webhooks/plex WEBHOOK",
                        "POST /webhooks/plex/{secret} WEBHOOK",
                        "POST /webhooks/uptime-kuma WEBHOOK",
                        "POST /webhooks/uptime-kuma/{secret} WEBHOOK");
    }

    @Test
    @DisplayName("every value that a parameter is said to take is taken")
    void choices() throws IOException {
        var owner = new ApiWalker(description, wire).with(OWNER);
        for (var operation : description.operations()) {
            if (operation.method().equals("GET") && !operation.path().contains("{")) {
                for (var query : operation.queries()) {
                    owner.good("GET " + operation.path() + "?" + query);
                }
            }
        }
    }

    @Test
    @DisplayName("what is for those who are signed in, or for admins, is refused to others")
    void rights() throws IOException, InterruptedException {
        var robin = DemoSignIn.of(wire).bearer();
        for (var operation : description.operations()) {
            var line = operation.method() + " /api/v1" + operation.path().replaceAll("[{}]", "x");
            if (operation.isForSignedIn()) {
                assertThat(wire.send(line).status()).as(line).isEqualTo(401);
            }
            if (operation.isForAdmins()) {
                assertThat(wire.send(line, robin).status()).as(line).isEqualTo(403);
            }
        }
    }
}
