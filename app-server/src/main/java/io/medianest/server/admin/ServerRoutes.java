package io.medianest.server.admin;

import io.medianest.model.admin.NewRestore;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.http.Access;
import io.medianest.server.platform.http.Exchange;
import io.medianest.server.platform.http.RouteTable;
import io.medianest.server.platform.http.Routes;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// HTTP of the server's own affairs. Errors: see [Backups].
final class ServerRoutes implements Routes {
    private static final Logger LOG = LoggerFactory.getLogger(ServerRoutes.class);

    private final ServerStats stats;
    private final Backups backups;

    ServerRoutes(ServerStats stats, Backups backups) {
        this.stats = stats;
        this.backups = backups;
    }

    @Override
    public void routing(RouteTable routes) {
        routes.get("/admin/stats", Access.ADMIN, this::stats)
                .post("/admin/backup", Access.ADMIN, this::backUp)
                .get("/admin/backups", Access.ADMIN, this::list)
                .get("/admin/backups/{name}", Access.ADMIN, this::download)
                .post("/admin/restore", Access.ADMIN, this::restore);
    }

    private void stats(Exchange exchange) {
        exchange.ok(stats.now());
    }

    private void backUp(Exchange exchange) {
        var backup = backups.make();
        exchange.created("/admin/backups/" + backup.name(), backup, Map.of());
    }

    private void list(Exchange exchange) {
        exchange.ok(backups.list());
    }

    private void download(Exchange exchange) {
        var file = backups.file(exchange.path("name"));
        LOG.warn("{} takes backup {} away", exchange.caller().username(), file.getFileName());
        exchange.attachment("application/zip", file);
    }

    private void restore(Exchange exchange) {
        var name = exchange.body(NewRestore.class).name();
        if (name == null || name.isBlank()) {
            throw MediaNestException.invalid("name", "'name' is missing: say which backup");
        }
        exchange.accepted(backups.restore(name));
    }
}
