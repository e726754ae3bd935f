package io.medianest.desktop.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.media.MediaType;
import io.medianest.model.media.TitleKey;
import io.medianest.model.request.NewMediaRequest;
import io.medianest.model.request.Quality;
import io.medianest.model.request.RequestStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HttpCallsTest {
    private static final String PAGE =
            "{\"success\":true,\"data\":{\"results\":[],\"pagination\":{\"page\":1,\"totalPages\":0,\"totalItems\":0,"
                    + "\"itemsPerPage\":20,\"hasNext\":false,\"hasPrev\":false}}}";

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String reply = PAGE;
    private final HttpServer server;
    private final HttpCalls calls;
    private final HttpMediaNestApi api;

    HttpCallsTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        calls = new HttpCalls(new ServerConnection(address(), "secret"));
        api = new HttpMediaNestApi(calls);
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @BeforeEach
    void start() {
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        calls.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
        byte[] bytes = reply.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Retry-After", "17");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    @DisplayName("searches with everything encoded and with the credential")
    void search() {
        var page = api.search("tom & jerry?", MediaType.TV, new Page(2, 40));

        assertThat(page.results()).isEmpty();
        assertThat(seen)
                .containsExactly(
                        "GET /api/v1/media/search?q=tom%20%26%20jerry%3F&type=tv&page=2&limit=40" + " Bearer secret ");
    }

    @Test
    @DisplayName("leaves out of a request what was not chosen")
    void wish() {
        status = 409;
        reply = "{\"success\":false,\"error\":{\"code\":\"ALREADY_REQUESTED\",\"message\":\"Asked for\","
                + "\"details\":\"req_7\"},\"correlationId\":\"c-1\"}";
        var wish = new NewMediaRequest("603", MediaType.MOVIE, Quality.UHD, null, null);

        ApiException problem = catchThrowableOfType(ApiException.class, () -> api.request(wish));

        assertThat(seen.getFirst())
                .endsWith("{\"tmdbId\":\"603\",\"mediaType\":\"movie\",\"quality\":\"4K\"}")
                .startsWith("POST /api/v1/media/request ");
        assertThat(problem.code()).isEqualTo(ErrorCode.ALREADY_REQUESTED);
        assertThat(problem.details()).isEqualTo("req_7");
        assertThat(problem.correlationId()).isEqualTo("c-1");
        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.retryAfter()).isEqualTo(Duration.ofSeconds(17));
    }

    @Test
    @DisplayName("filters requests as asked")
    void requests() {
        reply = PAGE.replace("results", "requests");
        api.requests(new RequestFilter(
                RequestFilter.Scope.ALL, RequestStatus.PENDING, null, "night", "title:asc", Page.first(20)));

        assertThat(seen.getFirst())
                .startsWith("GET /api/v1/media/requests?scope=all&status=pending&search=night&sort=title%3Aasc"
                        + "&page=1&limit=20 ");
    }

    @Test
    @DisplayName("survives a code that only a newer server knows")
    void unknownCode() {
        status = 418;
        reply = "{\"success\":false,\"error\":{\"code\":\"TEAPOT\",\"message\":\"Short and stout\"}}";

        ApiException problem =
                catchThrowableOfType(ApiException.class, () -> api.details(new TitleKey(MediaType.MOVIE, "603")));

        assertThat(problem.code()).isEqualTo(ErrorCode.UNKNOWN);
        assertThat(problem.message()).isEqualTo("Short and stout");
        assertThat(seen.getFirst()).startsWith("GET /api/v1/media/movie/603 ");
    }

    @Test
    @DisplayName("calls an answer that is no envelope what it is")
    void nonsense() {
        reply = "<html>";

        ApiException problem = catchThrowableOfType(ApiException.class, () -> api.health());

        assertThat(problem.code()).isEqualTo(ErrorCode.UNKNOWN);
        assertThat(problem.isOffline()).isFalse();
    }

    @Test
    @DisplayName("knows when nobody answers at all")
    void offline() {
        server.stop(0);

        ApiException problem = catchThrowableOfType(ApiException.class, () -> api.health());

        assertThat(problem.isOffline()).isTrue();
    }

    @Test
    @DisplayName("fetches pictures of the server with the credential")
    void pictures() {
        reply = "picture";

        assertThat(calls.fetch("/api/v1/media/images/w342/a.jpg"))
                .isEqualTo("picture".getBytes(StandardCharsets.UTF_8));
        assertThat(seen).containsExactly("GET /api/v1/media/images/w342/a.jpg Bearer secret ");
    }

    @Test
    @DisplayName("never shows the credential to a stranger that a picture's address names")
    void strangers() {
        String elsewhere = "http://localhost:" + server.getAddress().getPort() + "/a.jpg";
        calls.fetch(elsewhere);

        assertThat(seen).containsExactly("GET /a.jpg null ");
    }
}
