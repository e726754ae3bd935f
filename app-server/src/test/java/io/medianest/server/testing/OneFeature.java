package io.medianest.server.testing;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.medianest.model.account.Role;
import io.medianest.server.platform.http.ApiRouting;
import io.medianest.server.platform.http.Arrivals;
import io.medianest.server.platform.http.Gate;
import io.medianest.server.platform.http.Routes;
import io.medianest.server.platform.security.Caller;
import io.medianest.server.platform.security.Limit;
import io.medianest.server.platform.security.LocalCounters;
import io.medianest.server.platform.security.RateLimits;
import java.time.Clock;
import java.time.Duration;

/// A server with the routes of one feature, where a token is the name of who shows it; `admin` is an admin.
///
/// @param web running on the loopback address
public record OneFeature(WebServer web) implements AutoCloseable {
    public static OneFeature serve(Routes routes) {
        var plenty = new Limit(1000, Duration.ofMinutes(1));
        var clock = Clock.systemUTC();
        var limits = new RateLimits(
                new LocalCounters(clock), new RateLimits.Limits(plenty, plenty, plenty, plenty, plenty), clock);
        var gate = new Gate(
                (bearer, cookie) -> caller(String.valueOf(bearer)),
                (binding, token) -> {},
                limits,
                Gate.AnonymousSearch.REFUSED);
        var http = HttpRouting.builder();
        new ApiRouting(gate, new Arrivals()).add(routes).install(http);
        return new OneFeature(WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .shutdownHook(false)
                .addRouting(http)
                .build()
                .start());
    }

    private static Caller caller(String name) {
        var role = name.equals("admin") ? Role.ADMIN : Role.USER;
        return new Caller(name, name, role, null, null, Caller.Credential.API_TOKEN);
    }

    public Wire wire() {
        return new Wire(web.port());
    }

    @Override
    public void close() {
        web.stop();
    }
}
