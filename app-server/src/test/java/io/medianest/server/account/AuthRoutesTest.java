package io.medianest.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.ReaderException;
import io.medianest.model.account.Role;
import io.medianest.model.account.UserStatus;
import io.medianest.server.account.AuthApi.Reply;
import io.medianest.server.account.PlexAccounts.Access;
import io.medianest.server.platform.http.Gate;
import io.medianest.server.testing.QrReader;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AuthRoutesTest {
    private static final String SESSION = "medianest_session";
    private static final String VISITOR = "medianest_csrf";

    private final AuthApi api = new AuthApi();
    private final Household household = api.household;

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    @DisplayName("a browser signs in with Plex, looks who it is, signs out, and is out")
    void signInAndOut() throws IOException, InterruptedException {
        var pin = begin();
        assertThat(verify(pin.text("id"), false).error()).isEqualTo("400 PIN_NOT_AUTHORIZED");
        household.clock.advance(Duration.ofSeconds(1));
        household.plex.authoriseNewest(FakePlex.person("ann"), Access.SHARED);

        var signIn = verify(pin.text("id"), false);
        assertThat(signIn.status()).isEqualTo(200);
        assertThat(signIn.data().path("user").path("username").asText()).isEqualTo("name-ann");
        assertThat(signIn.raw().headers().firstValue("Cache-Control")).contains("no-store");
        var cookie = signIn.cookie(SESSION);
        assertThat(cookie).isEqualTo(SESSION + "=" + signIn.text("token"));

        var session = api.call("GET", "/auth/session").cookie(cookie).send();
        assertThat(session.data().path("user").path("plexId").asText()).isEqualTo("ann");
        assertThat(session.text("expiresAt"))
                .isEqualTo(household.clock.instant().plus(Duration.ofHours(24)).toString());

        var logout = api.call("POST", "/auth/logout")
                .cookie(cookie)
                .csrf(signIn.text("csrfToken"))
                .send();
        assertThat(logout.status()).isEqualTo(200);
        assertThat(logout.body().path("success").asBoolean()).isTrue();
        assertThat(logout.setCookie(SESSION).orElseThrow())
                .contains("Expires=Thu, 1 Jan 1970 00:00:00 GMT")
                .contains("Path=/");
        assertThat(api.call("GET", "/auth/session").cookie(cookie).send().error())
                .isEqualTo("401 UNAUTHORIZED SESSION_INVALID");
        assertThat(household.news).hasSize(1);
    }

    @Test
    @DisplayName("the cookie is for this server alone, hidden from scripts, and as long as the person wants")
    void cookie() throws IOException, InterruptedException {
        var brief = signIn("ann", false).setCookie(SESSION).orElseThrow();
        assertThat(brief)
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .contains("Path=/")
                .contains("Max-Age=86400")
                .doesNotContain("Secure")
                .doesNotContain("Domain");

        assertThat(signIn("ann", true).setCookie(SESSION).orElseThrow()).contains("Max-Age=7776000");
    }

    @Test
    @DisplayName("a browser that comes back gets its cookie renewed, like the session")
    void renewed() throws IOException, InterruptedException {
        var cookie = signIn("ann", true).cookie(SESSION);
        household.clock.advance(Duration.ofDays(80));

        var session = api.call("GET", "/auth/session").cookie(cookie).send();

        assertThat(session.setCookie(SESSION).orElseThrow()).startsWith(cookie).contains("Max-Age=7776000");
    }

    @Test
    @DisplayName("the picture of a PIN says where to authorise it, at the address that the reply names")
    void qrCode() throws IOException, InterruptedException, ReaderException {
        var pin = begin();

        assertThat(QrReader.read(api.picture(URI.create(pin.text("qrUrl"))))).isEqualTo(pin.text("authUrl"));
        assertThat(pin.data().path("expiresIn").asInt()).isEqualTo(1800);
        assertThat(api.call("GET", "/auth/plex/pin/pin_unknown/qr.png").send().error())
                .isEqualTo("400 INVALID_PIN");
    }

    @Test
    @DisplayName("verify says what is missing or wrong, and takes a number as an id")
    void verifyRefuses() throws IOException, InterruptedException {
        assertThat(api.call("POST", "/auth/plex/verify").send().error()).isEqualTo("400 VALIDATION_ERROR pinId");
        assertThat(post("/auth/plex/verify", "{\"pinId\":{}}").error()).isEqualTo("400 VALIDATION_ERROR pinId");
        assertThat(post("/auth/plex/verify", "{\"pinId\":\"pin_no\"}").error()).isEqualTo("400 INVALID_PIN");
        assertThat(post("/auth/plex/verify", "{\"pinId\":123456}").error()).isEqualTo("400 INVALID_PIN");
        assertThat(post("/auth/plex/pin", "{\"clientName\":\"" + "x".repeat(101) + "\"}")
                        .error())
                .isEqualTo("400 VALIDATION_ERROR clientName");
    }

    @Test
    @DisplayName("who does not belong to the household is told to wait, without a session")
    void pending() throws IOException, InterruptedException {
        var pin = begin();
        household.plex.authoriseNewest(FakePlex.person("eve"), Access.NONE);

        var refused = verify(pin.text("id"), false);

        assertThat(refused.error()).isEqualTo("403 ACCOUNT_PENDING");
        assertThat(refused.setCookie(SESSION)).isEmpty();
    }

    @Test
    @DisplayName("in the program's window a PIN links the Plex account to the owner")
    void link() throws IOException, InterruptedException {
        var pin = begin();
        household.plex.authoriseNewest(FakePlex.person("ann"), Access.NONE);

        var linked = api.call("POST", "/auth/plex/verify")
                .bearer(household.local.window().reveal())
                .json("{\"pinId\":\"" + pin.text("id") + "\"}")
                .send();

        assertThat(linked.data().path("user").path("id").asText()).isEqualTo(household.ownerId());
        assertThat(linked.data().path("user").path("plexId").asText()).isEqualTo("ann");
    }

    @Test
    @DisplayName("a change by cookie needs the token of that very session; by bearer none")
    void csrf() throws IOException, InterruptedException {
        var ann = signIn("ann", false);
        var ben = signIn("ben", false);
        var cookie = ann.cookie(SESSION);
        var anonymous = api.call("GET", "/csrf/token").send();

        assertThat(api.call("POST", "/auth/logout").cookie(cookie).send().error())
                .isEqualTo("403 CSRF_TOKEN_MISSING X-CSRF-Token");
        assertThat(logout(cookie, ben.text("csrfToken")).error()).isEqualTo("403 CSRF_TOKEN_INVALID");
        assertThat(logout(cookie, anonymous.text("token")).error()).isEqualTo("403 CSRF_TOKEN_INVALID");
        household.clock.advance(Duration.ofHours(1));
        assertThat(logout(cookie, ann.text("csrfToken")).error()).isEqualTo("403 CSRF_TOKEN_EXPIRED");

        var refreshed = api.call("POST", "/csrf/refresh")
                .cookie(cookie)
                .csrf(ann.text("csrfToken"))
                .send();
        assertThat(refreshed.data().path("expiresIn").asInt()).isEqualTo(3600);
        assertThat(logout(cookie, refreshed.text("token")).status()).isEqualTo(200);
        assertThat(api.call("POST", "/auth/logout")
                        .bearer(ben.text("token"))
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("a stranger's CSRF token is bound to a cookie of their own, which is kept")
    void visitor() throws IOException, InterruptedException {
        var first = api.call("GET", "/csrf/token").send();
        var cookie = first.cookie(VISITOR);
        assertThat(first.setCookie(VISITOR).orElseThrow()).contains("HttpOnly").contains("SameSite=Lax");

        var second = api.call("POST", "/csrf/refresh").cookie(cookie).send();
        assertThat(second.setCookie(VISITOR)).isEmpty();
        var binding = "visitor:" + cookie.split("=", 2)[1];
        household.csrf.check(binding, first.text("token"));
        household.csrf.check(binding, second.text("token"));

        var forged = api.call("GET", "/csrf/token").cookie(VISITOR + "=x").send();
        assertThat(forged.setCookie(VISITOR)).isPresent();
    }

    @Test
    @DisplayName("a browser that comes with a code is signed in by cookie for long, and makes no token of its own")
    void pairingBrowser() throws IOException, InterruptedException {
        var window = household.local.window().reveal();
        var code =
                api.call("POST", "/admin/pairing-codes").bearer(window).send().text("code");

        var paired = post("/auth/pair", "{\"code\":\"" + code + "\",\"deviceName\":\"iPhone\",\"browser\":true}");
        var cookie = paired.cookie(Gate.SESSION_COOKIE);
        assertThat(paired.setCookie(Gate.SESSION_COOKIE).orElseThrow()).contains("HttpOnly", "Max-Age=7776000");
        assertThat(paired.data().path("user").path("id").asText()).isEqualTo(household.ownerId());
        assertThat(api.call("POST", "/auth/logout").cookie(cookie).send().error())
                .startsWith("403 CSRF_TOKEN_MISSING");
        assertThat(api.call("GET", "/admin/tokens").bearer(window).send().data().path("tokens"))
                .isEmpty();

        assertThat(post("/auth/pair", "{\"code\":\"" + code + "\",\"deviceName\":\"iPhone\",\"browser\":true}")
                        .error())
                .isEqualTo("400 INVALID_PAIRING_CODE");
        var left = api.call("POST", "/auth/logout")
                .cookie(cookie)
                .csrf(paired.text("csrfToken"))
                .send();
        assertThat(left.status()).isEqualTo(200);
        assertThat(api.call("GET", "/auth/session").cookie(cookie).send().error())
                .isEqualTo("401 UNAUTHORIZED SESSION_INVALID");
    }

    @Test
    @DisplayName("a device without Plex comes in by a code that an admin shows, until its token is revoked")
    void pairing() throws IOException, InterruptedException {
        var window = household.local.window().reveal();
        var code =
                api.call("POST", "/admin/pairing-codes").bearer(window).send().text("code");

        var paired = post("/auth/pair", "{\"code\":\"" + code + "\",\"deviceName\":\"Kitchen\"}");
        var token = paired.text("token");
        assertThat(api.call("GET", "/auth/session")
                        .bearer(token)
                        .send()
                        .data()
                        .path("user")
                        .path("id")
                        .asText())
                .isEqualTo(household.ownerId());
        assertThat(post("/auth/pair", "{\"code\":\"" + code + "\",\"deviceName\":\"Other\"}")
                        .error())
                .isEqualTo("400 INVALID_PAIRING_CODE");

        var listed = api.call("GET", "/admin/tokens").bearer(window).send();
        assertThat(listed.data().path("tokens").path(0).path("name").asText()).isEqualTo("Kitchen");
        assertThat(listed.raw().body()).doesNotContain("mnt_");
        assertThat(api.call("DELETE", "/admin/tokens/" + paired.text("id"))
                        .bearer(window)
                        .send()
                        .status())
                .isEqualTo(200);
        assertThat(api.call("GET", "/auth/session").bearer(token).send().error())
                .isEqualTo("401 UNAUTHORIZED INVALID_TOKEN");
    }

    @Test
    @DisplayName("an admin makes a token, which tells its own end; logging out with it ends nothing")
    void token() throws IOException, InterruptedException {
        var end = household.clock.instant().plus(Duration.ofDays(2)).toString();
        var made = api.call("POST", "/admin/tokens")
                .bearer(Household.ADMIN_TOKEN.reveal())
                .json("{\"name\":\"Script\",\"expiresAt\":\"" + end + "\"}")
                .send();

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.raw().headers().firstValue("Location")).contains("/api/v1/admin/tokens/" + made.text("id"));
        assertThat(api.call("POST", "/auth/logout")
                        .bearer(made.text("token"))
                        .send()
                        .status())
                .isEqualTo(200);
        assertThat(api.call("GET", "/auth/session")
                        .bearer(made.text("token"))
                        .send()
                        .text("expiresAt"))
                .isEqualTo(end);
        assertThat(api.call("GET", "/auth/session")
                        .bearer(Household.ADMIN_TOKEN.reveal())
                        .send()
                        .data()
                        .has("expiresAt"))
                .isFalse();
    }

    @Test
    @DisplayName("admins list, suspend, promote and delete people; others may not")
    void people() throws IOException, InterruptedException {
        var window = household.local.window().reveal();
        var ann = signIn("ann", false);
        var annId = ann.data().path("user").path("id").asText();
        assertThat(api.call("GET", "/admin/users")
                        .bearer(ann.text("token"))
                        .send()
                        .error())
                .isEqualTo("403 FORBIDDEN");

        var listed =
                api.call("GET", "/admin/users?page=1&limit=50").bearer(window).send();
        assertThat(listed.data().path("pagination").path("totalItems").asInt()).isEqualTo(2);
        assertThat(listed.data().path("users").findValuesAsText("status")).containsExactly("active", "active");

        assertThat(patch(annId, "{\"status\":\"asleep\"}").error()).isEqualTo("400 VALIDATION_ERROR status");
        assertThat(patch(annId, "{\"role\":\"admin\"}").text("role")).isEqualTo("admin");
        assertThat(patch(annId, "{\"status\":\"suspended\"}").text("status")).isEqualTo("suspended");
        assertThat(api.call("GET", "/auth/session")
                        .bearer(ann.text("token"))
                        .send()
                        .error())
                .isEqualTo("403 ACCOUNT_SUSPENDED");
        assertThat(patch(household.ownerId(), "{\"role\":\"user\"}").error()).isEqualTo("409 INVALID_STATE");

        assertThat(api.call("DELETE", "/admin/users/" + annId)
                        .bearer(window)
                        .send()
                        .status())
                .isEqualTo(200);
        assertThat(api.call("GET", "/auth/session")
                        .bearer(ann.text("token"))
                        .send()
                        .error())
                .isEqualTo("404 USER_NOT_FOUND");
        assertThat(api.call("DELETE", "/admin/users/" + household.ownerId())
                        .bearer(window)
                        .send()
                        .error())
                .isEqualTo("409 INVALID_STATE");
    }

    @Test
    @DisplayName("each exit of the credential checks is what the client reads")
    void exits() throws IOException, InterruptedException {
        var waiting = household.session(household.somebody(Role.USER, UserStatus.PENDING));
        var idle = household.session(household.user());
        household.clock.advance(Duration.ofHours(25));

        assertThat(api.call("GET", "/auth/session").send().error()).isEqualTo("401 UNAUTHORIZED");
        assertThat(api.call("GET", "/auth/session")
                        .send()
                        .body()
                        .path("error")
                        .path("message")
                        .asText())
                .isEqualTo("Authentication required");
        assertThat(api.call("GET", "/auth/session").bearer("nonsense").send().error())
                .isEqualTo("401 UNAUTHORIZED INVALID_TOKEN");
        assertThat(api.call("GET", "/auth/session").bearer(idle.token()).send().error())
                .isEqualTo("401 UNAUTHORIZED TOKEN_EXPIRED");
        assertThat(api.call("GET", "/auth/session")
                        .bearer(waiting.token())
                        .send()
                        .error())
                .isEqualTo("403 ACCOUNT_PENDING");
    }

    private Reply begin() throws IOException, InterruptedException {
        return post("/auth/plex/pin", "{\"clientName\":\"Browser\"}");
    }

    private Reply verify(String pinId, boolean rememberMe) throws IOException, InterruptedException {
        return post("/auth/plex/verify", "{\"pinId\":\"%s\",\"rememberMe\":%s}".formatted(pinId, rememberMe));
    }

    private Reply signIn(String plexId, boolean rememberMe) throws IOException, InterruptedException {
        var pin = begin();
        household.plex.authoriseNewest(FakePlex.person(plexId), Access.SHARED);
        return verify(pin.text("id"), rememberMe);
    }

    private Reply logout(String cookie, String csrf) throws IOException, InterruptedException {
        return api.call("POST", "/auth/logout").cookie(cookie).csrf(csrf).send();
    }

    private Reply patch(String userId, String json) throws IOException, InterruptedException {
        return api.call("PATCH", "/admin/users/" + userId)
                .bearer(household.local.window().reveal())
                .json(json)
                .send();
    }

    private Reply post(String path, String json) throws IOException, InterruptedException {
        return api.call("POST", path).json(json).send();
    }
}
