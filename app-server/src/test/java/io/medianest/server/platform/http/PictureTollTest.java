package io.medianest.server.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.medianest.model.account.Role;
import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.MovableClock;
import io.medianest.server.platform.security.Caller;
import io.medianest.server.platform.security.Limit;
import io.medianest.server.platform.security.LocalCounters;
import io.medianest.server.platform.security.RateLimits;
import io.medianest.server.testing.Wire;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PictureTollTest {
    private static final int LIMIT = 3;

    private final WebServer server = serve();
    private final Wire wire = new Wire(server.port());

    private static WebServer serve() {
        var clock = new MovableClock();
        var limit = new Limit(LIMIT, Duration.ofMinutes(1));
        var limits = new RateLimits(
                new LocalCounters(clock), new RateLimits.Limits(limit, limit, limit, limit, limit), clock);
        var gate = new Gate(
                (bearer, cookie) -> known(bearer), (binding, token) -> {}, limits, Gate.AnonymousSearch.REFUSED);
        var http = HttpRouting.builder();
        new ApiRouting(gate, new Arrivals())
                .add(routes -> routes.get("/fetched", Access.PICTURE, exchange -> {
                            exchange.toll();
                            exchange.done();
                        })
                        .get("/kept", Access.PICTURE, Exchange::done))
                .install(http);
        return WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .shutdownHook(false)
                .addRouting(http)
                .build()
                .start();
    }

    private static Caller known(@Nullable String bearer) {
        if (!"ann".equals(bearer)) {
            throw new MediaNestException(ErrorCode.UNAUTHORIZED, "Who are you?");
        }
        return new Caller("ann", "Ann", Role.USER, null, null, Caller.Credential.API_TOKEN);
    }

    @AfterEach
    void close() {
        server.stop();
    }

    @Test
    @DisplayName(
            "strangers are counted for what has to be fetched, not for what is there; bad credentials make a stranger")
    void strangers() throws IOException {
        for (int i = 0; i < 2 * LIMIT; i++) {
            assertThat(wire.send("GET /kept").status()).isEqualTo(200);
        }
        for (int i = 0; i < LIMIT; i++) {
            assertThat(wire.send("GET /fetched", "Authorization: Bearer nobody").status())
                    .isEqualTo(200);
        }

        assertThat(wire.send("GET /fetched").error()).isEqualTo("429 RATE_LIMIT_EXCEEDED at most 3");
        assertThat(wire.send("GET /kept").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("people of the household are not counted for pictures")
    void household() throws IOException {
        for (int i = 0; i < 2 * LIMIT; i++) {
            assertThat(wire.send("GET /fetched", "Authorization: Bearer ann").status())
                    .isEqualTo(200);
        }
    }
}
