package io.medianest.server.admin;

import io.medianest.server.platform.cache.LocalCache;
import io.medianest.server.platform.http.Access;
import io.medianest.server.platform.http.Exchange;
import io.medianest.server.platform.http.RouteTable;
import io.medianest.server.platform.http.Routes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// HTTP of the copies of what outside services said.
final class CacheRoutes implements Routes {
    private static final Logger LOG = LoggerFactory.getLogger(CacheRoutes.class);

    private final LocalCache cache;

    CacheRoutes(LocalCache cache) {
        this.cache = cache;
    }

    @Override
    public void routing(RouteTable routes) {
        routes.post("/admin/cache/clear", Access.ADMIN, this::clear);
    }

    private void clear(Exchange exchange) {
        cache.clear();
        LOG.info("{} has cleared the copies", exchange.caller().username());
        exchange.done();
    }
}
