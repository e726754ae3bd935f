package io.medianest.server.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.helidon.http.BadRequestException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.Await;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.MovableClock;
import io.medianest.server.platform.resilience.Guard;
import io.medianest.server.platform.resilience.GuardPolicy;
import io.medianest.server.platform.resilience.UpstreamFailure;
import io.medianest.server.platform.security.Limit;
import io.medianest.server.platform.security.LocalCounters;
import io.medianest.server.platform.security.RateLimits;
import io.medianest.server.testing.Envelopes;
import io.medianest.server.testing.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/// What becomes of an error, whoever's fault it is: one line in the log under its correlation id, one count, one reply
/// that says when to come again where that can help.
class ErrorPipelineTest {
    private static final Limit PLENTY = new Limit(1_000, Duration.ofMinutes(1));
    private static final GuardPolicy POLICY = GuardPolicy.of("plex", "Plex", 5, Duration.ofSeconds(30), 1);

    private final MovableClock clock = new MovableClock();
    private final Guard guard = new Guard(POLICY, clock, pause -> {});
    private final List<String> counted = new CopyOnWriteArrayList<>();
    private final List<Integer> answered = new CopyOnWriteArrayList<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("io.medianest");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final WebServer server = serve();
    private final Wire wire = new Wire(server.port());

    private WebServer serve() {
        var limits = new RateLimits(
                new LocalCounters(clock), new RateLimits.Limits(PLENTY, PLENTY, PLENTY, PLENTY, PLENTY), clock);
        var gate = new Gate(
                (bearer, cookie) -> {
                    throw new MediaNestException(ErrorCode.UNAUTHORIZED, "Nobody is let in here");
                },
                (binding, token) -> {},
                limits,
                Gate.AnonymousSearch.REFUSED);
        var api = new ApiRouting(gate, new Arrivals(), new Patience(Patience.USUAL), new Counts())
                .add(routes -> routes.get("/fails/{how}", Access.PUBLIC, exchange -> fail(exchange.path("how"))));
        var routing = HttpRouting.builder();
        api.install(routing);
        return WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .shutdownHook(false)
                .useNio(false)
                .directHandlers(api.directReplies(limits))
                .addRouting(routing)
                .build()
                .start();
    }

    private void fail(String how) {
        switch (how) {
            case "client" -> throw MediaNestException.invalid("limit", "'limit' must be a number");
            case "helidon" -> throw new BadRequestException("no sense in it");
            case "server" -> throw new IllegalStateException("a defect of ours");
            case "network" ->
                guard.call(() -> {
                    throw UpstreamFailure.broken("cannot be reached", new IOException("connection refused"));
                });
            case "slow" ->
                guard.call(() -> {
                    throw UpstreamFailure.timeout(null);
                });
            case "integration" ->
                guard.call(() -> {
                    throw UpstreamFailure.broken("answered with HTTP 500", null);
                });
            case "refused" ->
                guard.call(() -> {
                    throw UpstreamFailure.refused("does not take the request (HTTP 400)");
                });
            default -> throw new IllegalArgumentException(how);
        }
    }

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.DEBUG);
    }

    @AfterEach
    void close() {
        logger.detachAppender(log);
        logger.setLevel(null);
        server.stop();
    }

    private List<ILoggingEvent> lines(String correlationId) {
        return log.list.stream()
                .filter(line -> correlationId.equals(line.getMDCPropertyMap().get("correlationId")))
                .filter(line -> line.getLoggerName().equals(ErrorReplies.class.getName())
                        || line.getLevel().isGreaterOrEqual(Level.WARN))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "client, 400, VALIDATION_ERROR, limit, client, DEBUG, ''",
        "helidon, 400, MALFORMED_REQUEST, '', client, DEBUG, ''",
        "server, 500, INTERNAL_ERROR, '', server, ERROR, ''",
        "network, 502, UPSTREAM_ERROR, plex, network, WARN, 5",
        "slow, 504, UPSTREAM_TIMEOUT, plex, network, WARN, 5",
        "integration, 502, UPSTREAM_ERROR, plex, integration, WARN, 5",
        "refused, 502, UPSTREAM_ERROR, plex, integration, WARN, ''"
    })
    @DisplayName(
            "an error has its kind, is counted and logged once with where it happened, and says when to come again")
    void once(String how, int status, String code, String about, String kind, String level, String retryAfter)
            throws IOException {
        var answer = wire.send("GET /api/v1/fails/" + how, "X-Correlation-Id: test-" + how);

        assertThat(Envelopes.error(answer))
                .isEqualTo("%d %s %s".formatted(status, code, about).strip());
        assertThat(answer.header("Retry-After")).isEqualTo(retryAfter);
        assertThat(answer.json().path("correlationId").asText()).isEqualTo("test-" + how);
        assertThat(counted).containsExactly(kind + " " + code);
        assertThat(lines("test-" + how)).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.toLevel(level));
            assertThat(line.getFormattedMessage())
                    .startsWith("GET /api/v1/fails/" + how)
                    .contains(kind + " error");
        });
        Await.until("it was counted as answered", () -> answered.size() == 1);
    }

    @Test
    @DisplayName("a service that is let alone says for how long, and that is neither a network's nor our own fault")
    void letAlone() throws IOException {
        for (int i = 0; i < 2; i++) {
            wire.send("GET /api/v1/fails/integration");
        }
        clock.advance(Duration.ofSeconds(10));
        counted.clear();

        var answer = wire.send("GET /api/v1/fails/network");

        assertThat(Envelopes.error(answer)).isEqualTo("503 SERVICE_UNAVAILABLE plex");
        assertThat(answer.header("Retry-After")).isEqualTo("20");
        assertThat(counted).containsExactly("integration SERVICE_UNAVAILABLE");
    }

    @Test
    @DisplayName("what is refused before any route is looked for is counted, too")
    void noise() throws IOException {
        wire.raw("hello, is anybody there?\r\n\r\n");

        assertThat(counted).containsExactly("client MALFORMED_REQUEST");
    }

    /// What is counted.
    private final class Counts implements RequestListener {
        @Override
        public void failed(ErrorKind kind, ErrorCode code) {
            counted.add(kind.word() + " " + code);
        }

        @Override
        public void answered(String method, String route, int status, long nanos) {
            answered.add(status);
        }
    }
}
