package io.medianest.server.admin;

import io.medianest.server.platform.http.Routes;
import io.medianest.server.platform.job.DeadLetters;
import io.medianest.server.platform.resilience.Guards;
import java.util.List;

/// What the keeper of a server needs, as a whole: what the rest of the program sees of this package.
public final class AdminFeature {
    private final List<Routes> routes;

    public AdminFeature(Guards guards, DeadLetters letters) {
        this.routes = List.of(new BreakerRoutes(guards), new DeadLetterRoutes(letters));
    }

    public List<Routes> routes() {
        return routes;
    }
}
