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
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whether the program itself is well: for people, and for whatever keeps it running.
public final class HealthRoutes implements Routes {
    private static final String NO_DATABASE = "The database does not answer";

    private final Database database;
    private final ServiceBoard board;
    private final Supplier<List<String>> troubles;
    private final About about;
    private final Clock clock;

    /// @param troubles what of the program itself does not work, in sentences for people
    HealthRoutes(Database database, ServiceBoard board, Supplier<List<String>> troubles, About about, Clock clock) {
        this.database = database;
        this.board = board;
        this.troubles = troubles;
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
        var problems = problems();
        var status = status(problems);
        var health = new Health(
                status, "medianest", about.version(), now, uptime, problems.isEmpty() ? null : problems, about.demo());
        exchange.ok(
                health,
                Map.of(
                        "status", health.status(),
                        "service", health.service(),
                        "version", health.version(),
                        "timestamp", health.timestamp(),
                        "uptime", health.uptime()));
    }

    private static String status(List<String> problems) {
        if (problems.contains(NO_DATABASE)) {
            return "unhealthy";
        }
        return problems.isEmpty() ? "healthy" : "degraded";
    }

    /// Everybody may ask: without the services' own words, which may hold addresses of the household, and without what
    /// else it has watched, which is not what the program is made of.
    private List<String> problems() {
        if (!database.isReachable()) {
            return List.of(NO_DATABASE);
        }
        var silent = board.ownServices().stream()
                .filter(service -> service.configured() && service.status() == ServiceState.OFFLINE)
                .map(service -> service.displayName() + " does not answer");
        var ours = Stream.concat(database.link().problem().stream(), troubles.get().stream());
        return Stream.concat(ours, silent).toList();
    }

    /// The server is only started once the migrations are done, so that only the database can be missing.
    private void ready(Exchange exchange) {
        if (!database.isReachable()) {
            throw new MediaNestException(
                    ErrorCode.SERVICE_UNAVAILABLE, NO_DATABASE, "database", Duration.ofSeconds(5), null);
        }
        exchange.ok(Map.of("status", "ready"));
    }
}
