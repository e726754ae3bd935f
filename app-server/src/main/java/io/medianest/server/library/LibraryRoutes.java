package io.medianest.server.library;

import io.medianest.server.platform.http.Access;
import io.medianest.server.platform.http.Exchange;
import io.medianest.server.platform.http.RouteTable;
import io.medianest.server.platform.http.Routes;
import io.medianest.server.platform.http.Stale;

/// HTTP of the library. Errors: see [Library].
public final class LibraryRoutes implements Routes {
    private final Library library;

    public LibraryRoutes(Library library) {
        this.library = library;
    }

    @Override
    public void routing(RouteTable routes) {
        routes.get("/plex/server", Access.SEARCH, this::server).get("/plex/libraries", Access.USER, this::libraries);
    }

    private void server(Exchange exchange) {
        var server = library.server();
        exchange.stale(server.staleFor()).cacheable(Stale.marked(server));
    }

    private void libraries(Exchange exchange) {
        var libraries = library.sections();
        exchange.stale(libraries.staleFor()).cacheable(Stale.marked(libraries));
    }
}
