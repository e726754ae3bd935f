package io.medianest.server.platform.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.medianest.server.platform.observe.Correlation;
import io.medianest.server.platform.resilience.UpstreamFailure.Kind;
import io.medianest.server.testing.LoopbackService;
import io.medianest.server.testing.LoopbackService.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpUpstreamTest {
    private final LoopbackService service = LoopbackService.start();
    private final HttpUpstream http = HttpUpstream.open(Duration.ofSeconds(60), Duration.ofSeconds(60));

    @AfterEach
    void close() {
        http.close();
        service.close();
    }

    @Test
    @DisplayName("values are percent-encoded in full: no plus, no bare !'()*")
    void encoding() {
        service.on("/search", Answer.ok("{}"));

        http.send(get("/search").query("query", "Ocean's 8+1 (50%) & ü!*"));

        assertThat(service.asked().getFirst().query())
                .isEqualTo("query=Ocean%27s%208%2B1%20%2850%25%29%20%26%20%C3%BC%21%2A");
    }

    @Test
    @DisplayName("the correlation id travels along")
    void correlation() {
        service.on("/x", Answer.ok("{}"));

        Correlation.run("abc-1", () -> http.send(get("/x")));

        assertThat(service.asked().getFirst().header("X-Correlation-Id")).isEqualTo("abc-1");
    }

    @Test
    @DisplayName("a web page with status 200 is no answer")
    void webPage() {
        service.on("/x", Answer.html(200));

        var failure = failureOf(() -> http.send(get("/x")).okJson());

        assertThat(failure.kind()).isEqualTo(Kind.BROKEN);
        assertThat(failure).hasMessageContaining("address");
    }

    @Test
    @DisplayName("broken JSON is a failure that does not quote it")
    void brokenJson() {
        service.on("/x", Answer.ok("{\"token\":\"secret\","));

        var failure = failureOf(() -> http.send(get("/x")).okJson());

        assertThat(failure.kind()).isEqualTo(Kind.BROKEN);
        assertThat(failure).hasStackTraceContaining("not JSON");
        assertThat(failure.getMessage() + failure.getCause()).doesNotContain("secret");
    }

    @Test
    @DisplayName("redirects within the host are followed, to another host never, and the key does not go there")
    void redirects() {
        try (var other = LoopbackService.start()) {
            service.on("/here", new Answer(302, Map.of("Location", "/there"), ""));
            service.on("/there", Answer.ok("{\"ok\":true}"));
            service.on("/away", new Answer(302, Map.of("Location", other.url() + "/there"), ""));
            service.on("/circle", new Answer(302, Map.of("Location", "/circle"), ""));

            assertThat(http.send(get("/here")).okJson().flag("ok")).isTrue();
            assertThat(failureOf(() -> http.send(get("/away").header("X-Api-Key", "k")))
                            .kind())
                    .isEqualTo(Kind.REFUSED);
            assertThat(failureOf(() -> http.send(get("/circle"))).kind()).isEqualTo(Kind.REFUSED);
            assertThat(other.asked()).isEmpty();
        }
    }

    @Test
    @DisplayName("a body over 8 MB is not read")
    void tooLarge() {
        service.on("/big", Answer.ok("[" + " ".repeat(8_100_000) + "]"));

        assertThat(failureOf(() -> http.send(get("/big"))).kind()).isEqualTo(Kind.BROKEN);
    }

    @Test
    @DisplayName("a service that accepts and never answers is a timeout")
    void stalls() {
        var never = new CountDownLatch(1);
        service.on("/slow", asked -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Answer.ok("{}");
        });
        try (var hasty = HttpUpstream.open(Duration.ofSeconds(2), Duration.ofMillis(200))) {
            assertThat(failureOf(() -> hasty.send(get("/slow"))).kind()).isEqualTo(Kind.TIMEOUT);
        } finally {
            never.countDown();
        }
    }

    @Test
    @DisplayName("nobody listening is a failure without the address in it")
    void nobody() {
        var gone = service.url();
        service.close();

        var failure = failureOf(() -> http.send(UpstreamCall.get(gone, "/x?api_key=secret")));

        assertThat(failure.kind()).isEqualTo(Kind.BROKEN);
        assertThat(failure).hasMessage("cannot be reached: nothing answers at its address and port");
    }

    @Test
    @DisplayName("a service without https is told from one whose certificate nobody vouches for")
    void https(@TempDir Path directory) throws Exception {
        try (var plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerPlainly(plain));
            var call = UpstreamCall.get(URI.create("https://127.0.0.1:" + plain.getLocalPort()), "/");
            assertThat(failureOf(() -> http.send(call)))
                    .hasMessage("does not speak https there: try http in its address");
        }
        var secure = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(selfSigned(directory.resolve("keys.p12"))));
        secure.start();
        try {
            var call = UpstreamCall.get(
                    URI.create("https://127.0.0.1:" + secure.getAddress().getPort()), "/");
            assertThat(failureOf(() -> http.send(call)))
                    .hasMessage("shows a certificate that is not trusted for its address");
        } finally {
            secure.stop(0);
        }
    }

    /// As servers do: to close with something unread would cut the connection, and the answer be lost now and then.
    private static void answerPlainly(ServerSocket plain) {
        try (var socket = plain.accept()) {
            var hello = socket.getInputStream().read(new byte[8192]);
            assertThat(hello).isPositive();
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SSLContext selfSigned(Path store) throws Exception {
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "test",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "secret")
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor()).isZero();
        var keys = KeyStore.getInstance(store.toFile(), "secret".toCharArray());
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, "secret".toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    @Test
    @DisplayName("a key that no header can hold is refused without being repeated")
    void badKey() {
        var failure = failureOf(() -> http.send(get("/x").header("X-Api-Key", "se\ncret")));

        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        assertThat(failure.getMessage()).doesNotContain("cret");
        assertThat(failure.getCause()).isNull();
    }

    @Test
    @DisplayName("429 says how long to wait, 401 and 403 point to the key, other 4xx are refusals, 5xx are outages")
    void statuses() {
        service.on("/429", Answer.json(429, "{}").with("Retry-After", "7"));
        service.on("/401", Answer.json(401, "{}"));
        service.on("/400", Answer.json(400, "{}"));
        service.on("/502", Answer.html(502));

        var busy = failureOf(() -> http.send(get("/429")).okJson());
        assertThat(busy.kind()).isEqualTo(Kind.BUSY);
        assertThat(busy.retryAfter()).isEqualTo(Duration.ofSeconds(7));
        assertThat(failureOf(() -> http.send(get("/401")).okJson())).hasMessageContaining("key");
        assertThat(failureOf(() -> http.send(get("/400")).okJson()).kind()).isEqualTo(Kind.REFUSED);
        assertThat(failureOf(() -> http.send(get("/502")).okJson()).kind()).isEqualTo(Kind.BROKEN);
    }

    @Test
    @DisplayName("the text of a call shows neither query nor headers")
    void callText() {
        var call = UpstreamCall.get(URI.create("http://h/base/"), "/x")
                .query("api_key", "secret")
                .header("K", "secret");

        assertThat(call).hasToString("GET /base/x");
    }

    private UpstreamCall get(String path) {
        return UpstreamCall.get(service.url(), path);
    }

    private static UpstreamFailure failureOf(ThrowingCallable work) {
        return Objects.requireNonNull(catchThrowableOfType(UpstreamFailure.class, work));
    }
}
