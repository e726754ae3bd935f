package io.medianest.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/// Somebody elsewhere in the household, on a device of their own: speaks to the server over HTTP alone.
final class DemoGuest implements AutoCloseable {
    private static final String PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X)"
            + " AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";

    private final JsonMapper json = new JsonMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private String token = "";

    /// A stranger so far.
    ///
    /// @param server its address, as the window shows it
    DemoGuest(URI server) {
        this.server = server;
    }

    /// Signs in with Plex, as the demo's person who shares the library.
    void signInWithPlex() {
        JsonNode pin = post("auth/plex/pin", "{}");
        sayYes(pin.path("authUrl").asText());
        token = post(
                        "auth/plex/verify",
                        "{\"pinId\":\"%s\"}".formatted(pin.path("id").asText()))
                .path("token")
                .asText();
        assertThat(token).isNotEmpty();
    }

    /// Exchanges the code that the window shows.
    ///
    /// @return who they are then
    String pair(String code, String device) {
        token = post("auth/pair", "{\"code\":\"%s\",\"deviceName\":\"%s\"}".formatted(code, device))
                .path("token")
                .asText();
        return read("auth/session").at("/user/role").asText();
    }

    /// Speaks with this token from now on.
    void use(String credential) {
        token = credential;
    }

    /// Has a code made with which a window can be paired.
    String makeCode() {
        return post("admin/pairing-codes", "{}").path("code").asText();
    }

    /// Whether the server still answers.
    boolean isLetIn() {
        return send(call("auth/session").GET().build()).statusCode() == 200;
    }

    /// What the server answers.
    JsonNode read(String path) {
        return data(send(call(path).GET().build()));
    }

    /// Looks at the first film that fits, so that the server knows it.
    Film look(String query) {
        JsonNode title =
                read("media/search?type=movie&q=" + query.replace(' ', '+')).at("/results/0");
        var film = new Film(title.path("id").asText(), title.path("title").asText());
        read("media/movie/" + film.id());
        return film;
    }

    /// Asks for a film.
    void askFor(Film film) {
        post("media/request", "{\"tmdbId\":\"%s\",\"mediaType\":\"movie\"}".formatted(film.id()));
    }

    /// A film as the server tells of it.
    record Film(String id, String title) {}

    private JsonNode post(String path, String body) {
        return data(
                send(call(path).POST(HttpRequest.BodyPublishers.ofString(body)).build()));
    }

    private HttpRequest.Builder call(String path) {
        var request = HttpRequest.newBuilder(server.resolve("/api/v1/" + path))
                .header("Content-Type", "application/json")
                .header("User-Agent", PHONE);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    /// Opens the page of the demo's Plex on which a person says yes.
    void sayYes(String page) {
        URI asServerSeesIt = URI.create(page.replaceFirst("/?#\\?", "?"));
        assertThat(send(HttpRequest.newBuilder(asServerSeesIt).build()).statusCode())
                .isEqualTo(200);
    }

    /// Presses a button of the demo's outside world.
    void press(URI button) {
        var press = HttpRequest.newBuilder(button).POST(HttpRequest.BodyPublishers.noBody());
        assertThat(send(press.build()).statusCode()).isEqualTo(200);
    }

    private JsonNode data(HttpResponse<String> reply) {
        assertThat(reply.statusCode()).as(reply.body()).isBetween(200, 299);
        try {
            return json.readTree(reply.body()).path("data");
        } catch (IOException e) {
            throw new AssertionError(reply.body(), e);
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(request.uri() + " cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
