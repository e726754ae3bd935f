package io.medianest.server.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.medianest.model.api.Json;
import io.medianest.server.platform.http.ApiRouting;
import io.medianest.server.platform.http.Arrivals;
import io.medianest.server.platform.http.Gate;
import io.medianest.server.platform.security.Limit;
import io.medianest.server.platform.security.LocalCounters;
import io.medianest.server.platform.security.RateLimits;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The feature behind the real gate on a real port, and a client without a cookie jar: tests send what they mean.
final class AuthApi implements AutoCloseable {
    private static final Limit PLENTY = new Limit(1_000, Duration.ofMinutes(1));

    final Household household = new Household();

    private final HttpClient client = HttpClient.newHttpClient();
    private final WebServer server;

    AuthApi() {
        this(PLENTY);
    }

    /// @param callLimit of each person, else each address
    AuthApi(Limit callLimit) {
        var limits = new RateLimits(
                new LocalCounters(household.clock),
                new RateLimits.Limits(callLimit, PLENTY, PLENTY, PLENTY, PLENTY),
                household.clock);
        var gate = new Gate(household.checks, household.csrf, limits, Gate.AnonymousSearch.REFUSED);
        var http = HttpRouting.builder();
        new ApiRouting(gate, new Arrivals())
                .add(new AuthRoutes(
                        household.plexSignIn,
                        household.sessions,
                        household.accounts,
                        household.checks,
                        household.pairingCodes,
                        household.csrf,
                        household.clock))
                .add(new CsrfRoutes(household.csrf, household.opaque))
                .add(new ProfileRoutes(household.accounts, household.profiles))
                .add(new AccountAdminRoutes(
                        household.accounts, household.apiTokens, household.pairingCodes, port -> "http://nest:" + port))
                .add(new SessionRoutes(new SignedInDevices(
                        household.database, household.sessions, household.apiTokens, household.clock)))
                .install(http);
        server = WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .shutdownHook(false)
                .addRouting(http)
                .build()
                .start();
    }

    Call call(String method, String path) {
        return new Call(method, path);
    }

    byte[] picture(URI address) throws IOException, InterruptedException {
        var reply = client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
        return reply.headers()
                        .firstValue("Content-Type")
                        .filter("image/png"::equals)
                        .isPresent()
                ? reply.body()
                : new byte[0];
    }

    @Override
    public void close() {
        server.stop();
        client.close();
        household.close();
    }

    /// A request in the making.
    final class Call {
        private final HttpRequest.Builder request;
        private final String method;
        private HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.noBody();

        private Call(String method, String path) {
            this.method = method;
            this.request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/v1" + path))
                    .header("User-Agent", "Phone/1")
                    .timeout(Duration.ofSeconds(20));
        }

        Call bearer(@Nullable String token) {
            request.header("Authorization", "Bearer " + token);
            return this;
        }

        Call cookie(String cookie) {
            request.header("Cookie", cookie);
            return this;
        }

        Call csrf(String token) {
            request.header("X-CSRF-Token", token);
            return this;
        }

        Call json(String json) {
            request.header("Content-Type", "application/json");
            body = HttpRequest.BodyPublishers.ofString(json);
            return this;
        }

        Reply send() throws IOException, InterruptedException {
            var reply = client.send(request.method(method, body).build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(reply.statusCode(), Json.strict().readTree(reply.body()), reply);
        }
    }

    /// What came back.
    record Reply(int status, JsonNode body, HttpResponse<String> raw) {
        JsonNode data() {
            return body.path("data");
        }

        String text(String field) {
            return data().path(field).asText();
        }

        /// Status and code of an error, its details if there are any.
        String error() {
            var error = body.path("error");
            return status + " " + error.path("code").asText()
                    + (error.has("details") ? " " + error.path("details").asText() : "");
        }

        /// The `Set-Cookie` of a cookie.
        Optional<String> setCookie(String name) {
            return raw.headers().allValues("Set-Cookie").stream()
                    .filter(cookie -> cookie.startsWith(name + "="))
                    .findFirst();
        }

        /// A cookie as a browser sends it back.
        String cookie(String name) {
            return setCookie(name).orElseThrow().split(";", 2)[0];
        }
    }
}
