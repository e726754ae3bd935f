package io.medianest.server.dashboard;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.status.Health;
import io.medianest.model.status.ServiceState;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.http.Access;
import io.medianest.server.platform.http.Exchange;
import io.medianest.server.platform.http.RouteTable;
import io.medianest.server.platform.http.Routes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whether the program itself is well: for people, and for whatever keeps it running.
public final class HealthRoutes implements Routes {
    private final Database database;
    private final ServiceBoard board;
    private final About about;
    private final Clock clock;

    HealthRoutes(Database database, ServiceBoard board, About about, Clock clock) {
        this.database = database;
        this.board = board;
        this.about = about;
        this.clock = clock;
    }

    /// What the program says of itself.
    ///
    /// @param demo true in the demo, else null
    public record About(
            String version, Instant startedAt, @Nullable Boolean demo) {}

    @Override
    public void routing(RouteTable routes) {
        routes.get("/health", Access.PUBLIC_UNCOUNTED, this::health)
                .get("/health/live", Access.PUBLIC_UNCOUNTED, exchange -> exchange.ok(Map.of("status", "live")))
                .get("/health/ready", Access.PUBLIC_UNCOUNTED, this::ready);
    }

    private void health(Exchange exchange) {
        var now = clock.instant();
        var uptime = Math.max(0, Duration.between(about.startedAt(), now).toSeconds());
        var health = new Health(status(), "medianest", about.version(), now, uptime, about.demo());
        exchange.ok(
                health,
                Map.of(
                        "status", health.status(),
                        "service", health.service(),
                        "version", health.version(),
                        "timestamp", health.timestamp(),
                        "uptime", health.uptime()));
    }

    private String status() {
        if (!database.isReachable()) {
            return "unhealthy";
        }
        boolean trouble = board.services().stream()
                .anyMatch(service -> service.configured() && service.status() == ServiceState.OFFLINE);
        return trouble ? "degraded" : "healthy";
    }

    /// The server is only started once the migrations are done, so that only the database can be missing.
    private void ready(Exchange exchange) {
        if (!database.isReachable()) {
            throw new MediaNestException(
                    ErrorCode.SERVICE_UNAVAILABLE,
                    "The database does not answer",
                    "database",
                    Duration.ofSeconds(5),
                    null);
        }
        exchange.ok(Map.of("status", "ready"));
    }
}
