package io.medianest.model.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.api.Json;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ServerJsonTest {
    private static final ServerInfo INFO = new ServerInfo(
            "MediaNest on attic",
            "1.2.3",
            4000,
            "http://192.168.1.20:4000",
            List.of("http://192.168.1.20:4000", "http://attic.local:4000", "http://[fd00::20]:4000"),
            List.of(SignInMethod.PLEX, SignInMethod.PAIRING_CODE, SignInMethod.TOKEN),
            "/api/v1/server/qr");

    @Test
    @DisplayName("what a server says of itself is written as its golden file, and read back from it")
    void golden() throws IOException {
        try (var file = Objects.requireNonNull(getClass().getResourceAsStream("/golden/server-info.json"))) {
            var golden = Json.strict().readTree(file);
            assertThat(Json.strict().readTree(Json.strict().writeValueAsBytes(INFO)))
                    .isEqualTo(golden);
            assertThat(Json.lenient().treeToValue(golden, ServerInfo.class)).isEqualTo(INFO);
        }
    }

    @Test
    @DisplayName("a way to sign in that a client does not know is no reason to fail")
    void unknownMethod() throws IOException {
        var json = Json.strict().writeValueAsString(INFO).replace("\"token\"", "\"passkey\"");
        assertThat(Json.lenient().readValue(json, ServerInfo.class).signInMethods())
                .containsExactly(SignInMethod.PLEX, SignInMethod.PAIRING_CODE, SignInMethod.UNKNOWN);
    }
}
