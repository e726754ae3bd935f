package io.medianest.server.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.testing.DemoSignIn;
import io.medianest.server.testing.Wire;
import java.io.IOException;

/// Signing in and out, and what admins do with people and devices.
public record AccountWalk(ApiWalker stranger, ApiWalker owner, Wire wire) {
    public void go() throws IOException, InterruptedException {
        csrf();
        plex();
        devices();
        people();
        oneself();
    }

    private void csrf() throws IOException {
        stranger.good("GET /csrf/token");
        owner.good("POST /csrf/refresh");
        stranger.bad("400 MALFORMED_REQUEST", "GET /csrf/token?x=%zz");
        stranger.bad("400 MALFORMED_REQUEST", "POST /csrf/refresh?x=%zz");
    }

    private void plex() throws IOException, InterruptedException {
        var pin = stranger.good("POST /auth/plex/pin", "{\"clientName\":\"Test\"}")
                .path("data");
        stranger.bad("400 VALIDATION_ERROR clientName", "POST /auth/plex/pin", "{\"clientName\":[]}");
        var id = pin.path("id").asText();
        stranger.good("GET /auth/plex/pin/" + id + "/qr.png");
        stranger.bad("400 INVALID_PIN", "GET /auth/plex/pin/none/qr.png");

        var verify = "{\"pinId\":\"%s\",\"rememberMe\":true}".formatted(id);
        stranger.bad("400 PIN_NOT_AUTHORIZED", "POST /auth/plex/verify", verify);
        stranger.bad("400 VALIDATION_ERROR pinId", "POST /auth/plex/verify", "{}");
        DemoSignIn.sayYes(pin.path("authUrl").asText());
        var token = stranger.good("POST /auth/plex/verify", verify)
                .at("/data/token")
                .asText();

        var signedIn = stranger.with("Authorization: Bearer " + token);
        signedIn.good("GET /auth/session");
        signedIn.bad("403 FORBIDDEN", "GET /admin/users");
        var sessions = signedIn.good("GET /users/me/sessions").at("/data/sessions");
        assertThat(sessions.findValuesAsText("current")).contains("true");
        stranger.bad("401 UNAUTHORIZED", "GET /users/me/sessions");
        signedIn.bad("404 NOT_FOUND", "DELETE /users/me/sessions/none");
        signedIn.bad("400 VALIDATION_ERROR everywhere", "POST /auth/logout", "{\"everywhere\":[]}");
        signedIn.good("POST /auth/logout");
        signedIn.bad("401 UNAUTHORIZED SESSION_INVALID", "GET /auth/session");
        signedIn.bad("401 UNAUTHORIZED SESSION_INVALID", "POST /auth/logout");
    }

    private void devices() throws IOException {
        var code = owner.good("POST /admin/pairing-codes").at("/data/code").asText();
        stranger.bad("401 UNAUTHORIZED", "POST /admin/pairing-codes");
        var pairing = "{\"code\":\"%s\",\"deviceName\":\"Television\"}".formatted(code);
        stranger.good("POST /auth/pair", pairing);
        stranger.bad("400 INVALID_PAIRING_CODE", "POST /auth/pair", pairing);
        stranger.bad("400 VALIDATION_ERROR deviceName", "POST /auth/pair", "{}");
        var another = owner.good("POST /admin/pairing-codes").at("/data/code").asText();
        stranger.good(
                "POST /auth/pair", "{\"code\":\"%s\",\"deviceName\":\"Phone\",\"browser\":true}".formatted(another));
        sessions();

        var token = "{\"name\":\"Script\",\"expiresAt\":\"2126-01-01T00:00:00Z\"}";
        var made = owner.good("POST /admin/tokens", token).path("data");
        owner.bad("400 VALIDATION_ERROR name", "POST /admin/tokens", "{}");
        var listed = owner.good("GET /admin/tokens").at("/data/tokens");
        assertThat(listed.findValuesAsText("name")).contains("Script", "Television");
        stranger.bad("401 UNAUTHORIZED", "GET /admin/tokens");
        owner.good("DELETE /admin/tokens/" + made.path("id").asText());
        owner.bad("404 NOT_FOUND", "DELETE /admin/tokens/" + made.path("id").asText());
    }

    private void sessions() throws IOException {
        stranger.bad("401 UNAUTHORIZED", "GET /admin/sessions");
        for (var session : owner.good("GET /admin/sessions").at("/data/sessions")) {
            if (session.path("device").asText().equals("Phone")) {
                var id = session.path("id").asText();
                owner.good("DELETE /users/me/sessions/" + id);
                owner.bad("404 NOT_FOUND", "DELETE /admin/sessions/" + id);
            }
        }
        pairBrowser("Tablet");
        owner.good("DELETE /admin/sessions/"
                + owner.good("GET /admin/sessions").at("/data/sessions/0/id").asText());
    }

    private void pairBrowser(String name) throws IOException {
        var code = owner.good("POST /admin/pairing-codes").at("/data/code").asText();
        stranger.good(
                "POST /auth/pair", "{\"code\":\"%s\",\"deviceName\":\"%s\",\"browser\":true}".formatted(code, name));
    }

    private void oneself() throws IOException {
        owner.good("GET /users/me");
        stranger.bad("401 UNAUTHORIZED", "GET /users/me");
        owner.good("PATCH /users/me", "{\"username\":\"Robin\",\"preferences\":{\"theme\":\"dark\"}}");
        owner.bad("400 VALIDATION_ERROR username", "PATCH /users/me", "{\"username\":\" \"}");
        owner.good("GET /users/me/preferences");
        stranger.bad("401 UNAUTHORIZED", "GET /users/me/preferences");
        owner.good(
                "PUT /users/me/preferences", "{\"defaultQuality\":\"4K\",\"notifications\":true,\"language\":\"de\"}");
        owner.bad("400 VALIDATION_ERROR theme", "PUT /users/me/preferences", "{\"theme\":\"pink\"}");
    }

    private void forRobin(String id) throws IOException {
        var code = owner.good("POST /admin/pairing-codes", "{\"userId\":\"%s\"}".formatted(id))
                .at("/data/code")
                .asText();
        var token = stranger.good("POST /auth/pair", "{\"code\":\"%s\",\"deviceName\":\"Tablet\"}".formatted(code))
                .at("/data/token")
                .asText();
        var tablet = stranger.with("Authorization: Bearer " + token);
        tablet.bad("403 FORBIDDEN", "GET /admin/users");
        var own = tablet.good("GET /users/me/sessions").at("/data/tokens/0");
        assertThat(own.path("name").asText()).isEqualTo("Tablet");
        owner.bad("404 USER_NOT_FOUND userId", "POST /admin/pairing-codes", "{\"userId\":\"none\"}");
        owner.good("PATCH /admin/users/" + id, "{\"status\":\"suspended\"}");
        owner.bad("409 INVALID_STATE userId", "POST /admin/pairing-codes", "{\"userId\":\"%s\"}".formatted(id));
        owner.good("PATCH /admin/users/" + id, "{\"status\":\"active\"}");
        owner.good("DELETE /admin/sessions/" + own.path("id").asText());
        tablet.bad("401 UNAUTHORIZED INVALID_TOKEN", "GET /users/me/sessions");
    }

    private void people() throws IOException, InterruptedException {
        var robin = DemoSignIn.of(wire);
        var id = robin.reply().at("/user/id").asText();
        owner.good("GET /admin/users?page=1&limit=10");
        owner.bad("400 VALIDATION_ERROR page", "GET /admin/users?page=0");
        owner.good("PATCH /admin/users/" + id, "{\"status\":\"suspended\"}");
        stranger.with(robin.bearer()).bad("403 ACCOUNT_SUSPENDED", "GET /auth/session");
        owner.good("PATCH /admin/users/" + id, "{\"status\":\"active\",\"quotas\":{\"requestsPerHour\":5}}");
        owner.bad("404 USER_NOT_FOUND", "PATCH /admin/users/none", "{}");
        forRobin(id);
        var me = owner.good("GET /auth/session").at("/data/user/id").asText();
        owner.bad("409 INVALID_STATE", "PATCH /admin/users/" + me, "{\"role\":\"user\"}");
        owner.bad("409 INVALID_STATE", "DELETE /admin/users/" + me);
        owner.good("DELETE /admin/users/" + id);
        owner.bad("404 USER_NOT_FOUND", "DELETE /admin/users/" + id);
    }
}
