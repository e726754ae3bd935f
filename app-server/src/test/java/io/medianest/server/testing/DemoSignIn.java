package io.medianest.server.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/// Robin, who shares the demo's Plex server, signs in.
///
/// @param reply `user`, `csrfToken`, `token`
/// @param cookie as a browser sends it back
public record DemoSignIn(JsonNode reply, String cookie) {
    public static DemoSignIn of(Wire wire) throws IOException, InterruptedException {
        var pin = wire.sendJson("POST /api/v1/auth/plex/pin", "{}").json().path("data");
        sayYes(pin.path("authUrl").asText());
        var signIn = wire.sendJson(
                "POST /api/v1/auth/plex/verify",
                "{\"pinId\":\"%s\"}".formatted(pin.path("id").asText()));
        return new DemoSignIn(
                signIn.json().path("data"), signIn.header("Set-Cookie").split(";", 2)[0]);
    }

    /// Opens the page of the demo's Plex, which is all that it asks for.
    public static void sayYes(String authUrl) throws IOException, InterruptedException {
        try (var browser = HttpClient.newHttpClient()) {
            var address = URI.create(authUrl.replaceFirst("/?#\\?", "?"));
            var page = browser.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
            if (page.statusCode() != 200) {
                throw new IOException("the sign-in page answers " + page.statusCode());
            }
        }
    }

    /// The header of a client that keeps the token.
    public String bearer() {
        return "Authorization: Bearer " + reply.path("token").asText();
    }
}
