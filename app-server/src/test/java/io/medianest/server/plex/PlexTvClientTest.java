package io.medianest.server.plex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.Secret;
import io.medianest.server.platform.resilience.HttpUpstream;
import io.medianest.server.testing.Guards;
import io.medianest.server.testing.LoopbackService;
import io.medianest.server.testing.LoopbackService.Answer;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlexTvClientTest {
    private static final Secret TOKEN = new Secret("account-token");

    private final LoopbackService service = LoopbackService.start();
    private final HttpUpstream http = HttpUpstream.open(PlexClient.CONNECT_TIMEOUT, PlexClient.READ_TIMEOUT);
    private final PlexTvClient client = new PlexTvClient(
            Guards.impatient(PlexTvClient.POLICY),
            http,
            service.url(),
            PlexTvClient.APP_URL,
            new PlexDevice("uuid 1", "0.1.0", "Linux", "Den"));

    @AfterEach
    void close() {
        http.close();
        service.close();
    }

    @Test
    @DisplayName("a sign-in begins with a strong PIN and an address for the person, encoded")
    void createPin() {
        service.on(
                "/api/v2/pins",
                Answer.json(201, "{\"id\":4711,\"code\":\"abc/d\",\"expiresIn\":1800,\"authToken\":null}"));

        var pin = client.createPin("Kitchen tablet");

        assertThat(pin)
                .isEqualTo(new PlexPinCode(
                        4711,
                        "abc/d",
                        URI.create("https://app.plex.tv/auth#?clientID=uuid%201&code=abc%2Fd"
                                + "&context%5Bdevice%5D%5Bproduct%5D=MediaNest"),
                        Duration.ofMinutes(30)));
        assertThat(service.asked().getFirst().method()).isEqualTo("POST");
        assertThat(service.asked().getFirst().query()).isEqualTo("strong=true");
        assertThat(service.asked().getFirst().header("X-Plex-Client-Identifier"))
                .isEqualTo("uuid 1");
    }

    @Test
    @DisplayName("a PIN is waiting, then claimed, in the end expired")
    void pinStates() {
        service.on("/api/v2/pins/1", Answer.ok("{\"id\":1,\"authToken\":null}"));
        assertThat(client.pin(1)).isEqualTo(new PinState.Waiting());

        service.on("/api/v2/pins/1", Answer.ok("{\"id\":1,\"authToken\":\"account-token\"}"));
        assertThat(client.pin(1)).isEqualTo(new PinState.Claimed(TOKEN));
        assertThat(client.pin(1).toString()).doesNotContain("account-token");

        service.on("/api/v2/pins/1", Answer.json(404, "{\"errors\":[{\"code\":1020}]}"));
        assertThat(client.pin(1)).isEqualTo(new PinState.Expired());
    }

    @Test
    @DisplayName("an account is read with its token; 401 means that the token is not good")
    void account() {
        service.on("/api/v2/user", Answer.ok("""
                {"id":99,"uuid":"u","username":"","title":"Mia","email":"mia@example.org","thumb":"https://x/y.png"}"""));
        assertThat(client.account(TOKEN))
                .contains(new PlexAccount("99", "u", "Mia", "mia@example.org", "https://x/y.png"));
        assertThat(service.asked().getFirst().header("X-Plex-Token")).isEqualTo("account-token");

        service.on("/api/v2/user", Answer.json(401, "{}"));
        assertThat(client.account(TOKEN)).isEmpty();
    }

    @Test
    @DisplayName("plex.tv being down says nothing about the token")
    void accountDuringOutage() {
        service.on("/api/v2/user", Answer.json(503, "{}"));

        assertThatThrownBy(() -> client.account(TOKEN))
                .isInstanceOfSatisfying(
                        MediaNestException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UPSTREAM_ERROR));
    }

    @Test
    @DisplayName("only servers are listed, the nearest connection first and the relay last")
    void servers() {
        service.on("/api/v2/resources", Answer.ok("""
                [{"name":"Den","clientIdentifier":"m-1","provides":"client,server","accessToken":"t","owned":"1",
                  "connections":[{"uri":"https://relay","relay":true},{"uri":"https://far","local":0},
                  {"uri":"http://near","local":"1"},{"uri":"not a uri"}]},
                 {"name":"Phone","clientIdentifier":"p","provides":"player"}]"""));

        assertThat(client.servers(TOKEN)).singleElement().satisfies(server -> {
            assertThat(server.clientIdentifier()).isEqualTo("m-1");
            assertThat(server.owned()).isTrue();
            assertThat(server.connections())
                    .containsExactly(URI.create("http://near"), URI.create("https://far"), URI.create("https://relay"));
        });
    }
}
