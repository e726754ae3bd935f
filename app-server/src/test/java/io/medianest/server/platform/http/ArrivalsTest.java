package io.medianest.server.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.medianest.model.account.Role;
import io.medianest.server.platform.network.AddressRange;
import io.medianest.server.platform.security.Caller;
import io.medianest.server.platform.security.Limit;
import io.medianest.server.platform.security.LocalCounters;
import io.medianest.server.platform.security.RateLimits;
import io.medianest.server.testing.Wire;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final String FORWARDED = "X-Forwarded-For: 203.0.113.9, 203.0.113.7";

    @Test
    @DisplayName("a neighbour who is no proxy of the owner's cannot pass for somebody else")
    void neighbour() throws IOException {
        assertThat(seen("192.168.7.0/24", "X-Forwarded-Host: nest.example", FORWARDED))
                .isEqualTo("127.0.0.1 http://localhost");
    }

    @Test
    @DisplayName("a proxy that the owner named is believed about the client that it saw itself")
    void proxy() throws IOException {
        assertThat(seen("127.0.0.0/8", "X-Forwarded-Host: nest.example", FORWARDED))
                .isEqualTo("203.0.113.7 https://nest.example");
    }

    @Test
    @DisplayName("who knows only headers is told the client that a named proxy saw, and of nobody else's")
    void byHeaders() {
        var arrivals = new Arrivals(URI.create("https://nest.example"), Set.of(AddressRange.parse("192.168.7.0/24")));
        var headers = Map.of("X-Forwarded-For", "203.0.113.9, 203.0.113.7");

        assertThat(arrivals.client(headers::get, "192.168.7.2")).isEqualTo("203.0.113.7");
        assertThat(arrivals.client(headers::get, "192.168.8.2")).isEqualTo("192.168.8.2");
        assertThat(arrivals.client(name -> "rubbish", "192.168.7.2")).isEqualTo("192.168.7.2");
        assertThat(new Arrivals().client(headers::get, "192.168.7.2")).isEqualTo("192.168.7.2");
    }

    /// Client and origin, as the server takes a request that comes from this machine.
    private static String seen(String proxies, String... headers) throws IOException {
        var http = HttpRouting.builder();
        var arrivals = new Arrivals(URI.create("https://nest.example"), Set.of(AddressRange.parse(proxies)));
        new ApiRouting(gate(), arrivals)
                .add(routes -> routes.get(
                        "/who",
                        Access.PUBLIC_UNCOUNTED,
                        exchange -> exchange.ok(Map.of(
                                "seen",
                                exchange.remoteAddress() + " "
                                        + exchange.origin().replaceFirst(":\\d+$", "")))))
                .install(http);
        var server = WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .shutdownHook(false)
                .addRouting(http)
                .build()
                .start();
        try {
            return new Wire(server.port())
                    .send("GET /who", headers)
                    .json()
                    .at("/data/seen")
                    .asText();
        } finally {
            server.stop();
        }
    }

    private static Gate gate() {
        var clock = Clock.systemUTC();
        var plenty = new Limit(1000, Duration.ofMinutes(1));
        return new Gate(
                (bearer, cookie) -> new Caller("usr_1", "Mia", Role.USER, null, null, Caller.Credential.API_TOKEN),
                (binding, token) -> {},
                new RateLimits(
                        new LocalCounters(clock), new RateLimits.Limits(plenty, plenty, plenty, plenty, plenty), clock),
                Gate.AnonymousSearch.REFUSED);
    }
}
