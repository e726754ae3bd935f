package io.medianest.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.testing.DemoHousehold;
import io.medianest.server.testing.LiveEar;
import io.medianest.server.testing.NginxServer;
import io.medianest.server.testing.PostgresServer;
import io.medianest.server.testing.RedisServer;
import io.medianest.server.testing.Wire;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What docs/deployment.md tells people to write for nginx, read from there and given to a real nginx.
class NginxTest {
    private static final String SCHEMA = "behind_nginx";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    @DisplayName("behind nginx as described, pages come from both servers, and live events by polling and by WebSocket")
    void described() throws Exception {
        PostgresServer.ofTests().execute("CREATE SCHEMA " + SCHEMA);
        try (var redis = RedisServer.start();
                var household = DemoHousehold.start(directory, shared(redis));
                var other = household.another("second", shared(redis));
                var nginx = NginxServer.asDescribed(household.wire().port(), other.port())) {
            var wire = new Wire(nginx.port());
            for (int i = 0; i < 10; i++) {
                assertThat(wire.send("GET /api/v1/media/requests", DemoHousehold.OWNER)
                                .status())
                        .isEqualTo(200);
            }
            for (var transport : List.of("polling", "websocket")) {
                try (var ear = LiveEar.by(transport, nginx.port(), token())) {
                    ear.awaitFirst("state:initial");
                    var change = "{\"language\":\"%s\"}".formatted(transport.equals("polling") ? "de" : "fr");
                    assertThat(wire.sendJson("PUT /api/v1/users/me/preferences", change, DemoHousehold.OWNER)
                                    .status())
                            .isEqualTo(200);
                    ear.awaitFirst("preferences:updated");
                }
            }
        }
    }

    private static String token() {
        return DemoHousehold.OWNER.replaceFirst(".* ", "");
    }

    private static String[] shared(RedisServer redis) {
        return new String[] {"--database.url=" + PostgresServer.ofTests().url(SCHEMA), "--redis.url=" + redis.url()};
    }
}
