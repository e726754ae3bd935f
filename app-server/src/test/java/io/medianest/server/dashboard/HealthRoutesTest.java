package io.medianest.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.event.ServerEvent;
import io.medianest.model.status.ServiceState;
import io.medianest.server.platform.MovableClock;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.event.EventBus;
import io.medianest.server.testing.OneFeature;
import io.medianest.server.testing.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HealthRoutesTest {
    private final MovableClock clock = new MovableClock();
    private final Database database = TestDatabase.open(UUID.randomUUID().toString());
    private final Probe plex =
            new Probe("plex", "Plex", Duration.ofMinutes(1), Optional::empty, Optional::empty, () -> "well");
    private final ServiceBoard board = new ServiceBoard(List.of(plex), database, new Deaf(), List::of, clock);
    private final OneFeature server = OneFeature.serve(
            new HealthRoutes(database, board, List::of, new HealthRoutes.About("1.0", clock.instant(), null), clock));

    @AfterEach
    void close() {
        server.close();
        database.close();
    }

    @Test
    @DisplayName("strangers are not told what else the household has watched, nor does it make the program unwell")
    void strangersServices() throws IOException {
        board.invite(List.of("kuma-9"), ServiceBoard.Announcements.NONE);
        board.show(offline("kuma-9", "Doorbell"));

        var health = server.wire().send("GET /health").json();

        assertThat(health.path("status").asText()).isEqualTo("healthy");
        assertThat(health.toString()).doesNotContain("Doorbell", "kuma-9");
    }

    @Test
    @DisplayName("a service of our own that does not answer does, without its own words")
    void ownService() throws IOException {
        board.show(offline("plex", "Plex"));

        var health = server.wire().send("GET /health").json();

        assertThat(health.path("status").asText()).isEqualTo("degraded");
        assertThat(health.path("data").path("problems").toString()).isEqualTo("[\"Plex does not answer\"]");
    }

    @Test
    @DisplayName("without its database it lives and is not ready, and says when to ask again")
    void ready() throws IOException {
        assertThat(server.wire().send("GET /health/ready").status()).isEqualTo(200);
        database.close();

        var notReady = server.wire().send("GET /health/ready");

        assertThat(notReady.error()).isEqualTo("503 SERVICE_UNAVAILABLE database");
        assertThat(notReady.header("Retry-After")).isEqualTo("5");
        assertThat(server.wire().send("GET /health/live").status()).isEqualTo(200);
        var health = server.wire().send("GET /health");
        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json().path("status").asText()).isEqualTo("unhealthy");
    }

    private Finding offline(String name, String displayName) {
        return new Finding(name, displayName, ServiceState.OFFLINE, null, clock.instant(), "192.168.1.9 refused", null);
    }

    /// Tells nobody.
    private static final class Deaf implements EventBus {
        @Override
        public void publish(ServerEvent event) {}

        @Override
        public Subscription subscribe(String name, Subscriber subscriber) {
            throw new UnsupportedOperationException("nobody listens here");
        }
    }
}
