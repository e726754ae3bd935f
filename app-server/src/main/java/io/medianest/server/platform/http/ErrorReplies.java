package io.medianest.server.platform.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.medianest.model.api.ApiProblem;
import io.medianest.model.api.Envelope;
import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.observe.Correlation;
import io.medianest.server.platform.security.Counters.Allowance;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// The one mapper from whatever was thrown to the envelope. The text of an unexpected exception never leaves the house.
final class ErrorReplies {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorReplies.class);
    private static final int VERSION_NOT_SUPPORTED = 505;

    /// A parameter of a path that nobody must read in a log.
    private static final String SECRET = "{secret}";

    /// After which a client may ask again whose request met no database.
    private static final Duration AWAY = Duration.ofSeconds(5);

    private ErrorReplies() {}

    static void send(
            Patience patience, RequestListener listener, ServerRequest in, ServerResponse out, Throwable thrown) {
        var failure = Database.isOutage(thrown) ? databaseIsAway(thrown) : thrown;
        if (failure instanceof CloseConnectionException gone) {
            LOG.debug("the client of {} is hung up on", address(in), gone);
            throw gone;
        }
        if (out.isSent()) {
            tellAfterReply(in, failure);
            return;
        }
        if (failure instanceof RuntimeException gone && isGone(gone)) {
            LOG.debug("the client of {} went away", address(in), gone);
            throw gone;
        }
        var problem = problemOf(in, failure);
        listener.failed(ErrorKind.of(problem.code(), failure), problem.code());
        var id = Correlation.current();
        out.header(HeaderNames.create(Correlation.HEADER), id);
        out.header(HeaderNames.CACHE_CONTROL, "no-store");
        if (failure instanceof MediaNestException known && known.retryAfter() != null) {
            out.header(
                    HeaderNames.RETRY_AFTER,
                    Long.toString(Math.max(1, known.retryAfter().toSeconds())));
        }
        out.status(Status.create(problem.code().httpStatus()));
        Replies.send(patience, in, out, body(problem, id), Replies.JSON);
    }

    private static MediaNestException databaseIsAway(Throwable cause) {
        return new MediaNestException(
                ErrorCode.SERVICE_UNAVAILABLE, "The database does not answer: try again soon", "database", AWAY, cause);
    }

    /// A window that gives up a search hangs up in the middle of the reply, which is nobody's fault.
    private static void tellAfterReply(ServerRequest in, Throwable failure) {
        if (failure instanceof UncheckedIOException) {
            LOG.debug("the client of {} went away during its reply", address(in), failure);
            return;
        }
        LOG.warn("{} failed after its reply was sent", address(in), failure);
    }

    /// Whether the connection to the client is at its end. A file that cannot be read is no sign of that.
    private static boolean isGone(RuntimeException failure) {
        return failure instanceof UncheckedIOException io && io.getCause() instanceof SocketException;
    }

    /// The path as the log may have it: of one with a secret in it, only its pattern.
    private static String address(ServerRequest in) {
        return in.matchingPattern()
                .filter(pattern -> pattern.contains(SECRET))
                .orElseGet(() -> in.path().rawPath());
    }

    private static ApiProblem problemOf(ServerRequest in, Throwable failure) {
        if (failure instanceof MediaNestException known) {
            log(in, known);
            return new ApiProblem(known.code(), String.valueOf(known.getMessage()), known.details());
        }
        if (failure instanceof HttpException http && http.status().code() < 500) {
            var problem = clientProblem(http.status());
            log(in, new MediaNestException(problem.code(), problem.message(), problem.details()));
            return problem;
        }
        LOG.error("{} {} failed, server error", in.prologue().method().text(), address(in), failure);
        return new ApiProblem(
                ErrorCode.INTERNAL_ERROR,
                "Something went wrong here. The server's log says more under the correlation id",
                null);
    }

    /// Our own words say it all; only what is behind them deserves its stack, and that of an outage is the same for
    /// each of the many who meet it. What clients do wrong is no news, unless somebody looks for it.
    private static void log(ServerRequest in, MediaNestException known) {
        boolean theirs = known.code().httpStatus() < 500;
        LOG.atLevel(theirs || waitsForSettings(known) ? Level.DEBUG : Level.WARN)
                .setCause(known.code().isOutage() ? null : known.getCause())
                .log(
                        "{} {} fails, {} error {} {}: {}",
                        in.prologue().method().text(),
                        address(in),
                        ErrorKind.of(known.code(), known).word(),
                        known.code(),
                        Objects.toString(known.details(), ""),
                        known.getMessage());
    }

    /// A household need not have every service: what no repetition can help is no news to whoever reads the log.
    private static boolean waitsForSettings(MediaNestException known) {
        return known.code() == ErrorCode.SERVICE_UNAVAILABLE && known.retryAfter() == null && known.getCause() == null;
    }

    /// What Helidon found wrong with a request before any handler saw it.
    static ApiProblem clientProblem(Status status) {
        return switch (status.code()) {
            case 404 -> new ApiProblem(ErrorCode.NOT_FOUND, "There is nothing at this address", null);
            case 405 -> new ApiProblem(ErrorCode.METHOD_NOT_ALLOWED, "This address does not take that method", null);
            case 413 -> new ApiProblem(ErrorCode.PAYLOAD_TOO_LARGE, "The body is larger than 1 MB", null);
            case 415 ->
                new ApiProblem(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send the body as application/json", "Content-Type");
            case VERSION_NOT_SUPPORTED ->
                new ApiProblem(
                        ErrorCode.MALFORMED_REQUEST,
                        "This server speaks HTTP/1.1; a proxy in front of it must too (nginx: proxy_http_version 1.1)",
                        null);
            default -> new ApiProblem(ErrorCode.MALFORMED_REQUEST, "The request is not well-formed HTTP", null);
        };
    }

    /// For requests that are refused before routing.
    ///
    /// @param left what is left to the client that a request came from
    static DirectHandlers direct(RequestListener listener, Function<DirectHandler.TransportRequest, Allowance> left) {
        DirectHandler handler = (request, event, status, headers, message) -> {
            // Helidon stumbles over some noise instead of refusing it. Then it has no request to name, as it always
            // has when one of ours went wrong.
            boolean ours = event == DirectHandler.EventType.INTERNAL_ERROR
                    && !request.path().isEmpty();
            var problem = ours
                    ? new ApiProblem(ErrorCode.INTERNAL_ERROR, "The request could not be served", null)
                    : clientProblem(status);
            var id = Correlation.fresh();
            listener.failed(ours ? ErrorKind.SERVER : ErrorKind.CLIENT, problem.code());
            LOG.debug("{} refused: {} {}", id, status, message);
            var reply = DirectHandler.TransportResponse.builder()
                    .status(Status.create(problem.code().httpStatus()))
                    .headers(headers)
                    .header(HeaderNames.CONTENT_TYPE, Replies.JSON)
                    .header(HeaderNames.create(Correlation.HEADER), id)
                    .keepAlive(event.keepAlive());
            RateHeaders.tell(left.apply(request), (name, value) -> reply.header(HeaderNames.create(name), value));
            // Where not even the first line could be read, there is no method.
            return "HEAD".equals(request.method())
                    ? reply.build()
                    : reply.entity(body(problem, id)).build();
        };
        var handlers = DirectHandlers.builder();
        for (var event : DirectHandler.EventType.values()) {
            handlers.addHandler(event, handler);
        }
        return handlers.build();
    }

    private static byte[] body(ApiProblem problem, String id) {
        return Replies.write(Envelope.failed(problem, id));
    }
}
