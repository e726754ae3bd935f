package io.medianest.desktop.api;

import io.medianest.model.api.ApiProblem;
import io.medianest.model.api.ErrorCode;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A call to the server that did not succeed, with all that a person needs to understand or report it.
public final class ApiException extends RuntimeException {
    /// The [#status()] of a call that got no answer.
    public static final int NO_ANSWER = 0;

    private final ApiProblem problem;
    private final int status;
    private final @Nullable String correlationId;
    private final @Nullable Duration retryAfter;

    public ApiException(ApiProblem problem, int status, @Nullable String correlationId, @Nullable Duration retryAfter) {
        super(problem.message());
        this.problem = problem;
        this.status = status;
        this.correlationId = correlationId;
        this.retryAfter = retryAfter;
    }

    /// The server was not reached, or did not answer in time.
    public static ApiException noAnswer(Throwable cause) {
        return new ApiException(
                        new ApiProblem(ErrorCode.SERVICE_UNAVAILABLE, "The server does not answer", null),
                        NO_ANSWER,
                        null,
                        null)
                .causedBy(cause);
    }

    /// What came could not be written on this machine.
    public static ApiException unwritable(Path target, Throwable cause) {
        return new ApiException(
                        new ApiProblem(ErrorCode.UNKNOWN, "It cannot be written to " + target, target.toString()),
                        NO_ANSWER,
                        null,
                        null)
                .causedBy(cause);
    }

    /// What is to be sent could not be read on this machine.
    public static ApiException unreadable(Path file, Throwable cause) {
        return new ApiException(
                        new ApiProblem(ErrorCode.MALFORMED_REQUEST, file + " cannot be read", file.toString()),
                        NO_ANSWER,
                        null,
                        null)
                .causedBy(cause);
    }

    /// Something that nobody foresaw, on this side or in the shape of an answer.
    public static ApiException unexpected(Throwable cause) {
        return new ApiException(
                        new ApiProblem(ErrorCode.UNKNOWN, "Something unexpected happened", null), NO_ANSWER, null, null)
                .causedBy(cause);
    }

    private ApiException causedBy(Throwable cause) {
        initCause(cause);
        return this;
    }

    public ErrorCode code() {
        return problem.code();
    }

    /// The sentence for people that the server sent.
    public String message() {
        return problem.message();
    }

    public @Nullable String details() {
        return problem.details();
    }

    /// Ties this failure to the lines in the server's log.
    public @Nullable String correlationId() {
        return correlationId;
    }

    /// The HTTP status, or [#NO_ANSWER].
    public int status() {
        return status;
    }

    /// How long the server asks to wait.
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /// Whether the server could not be reached at all.
    public boolean isOffline() {
        return status == NO_ANSWER && code() == ErrorCode.SERVICE_UNAVAILABLE;
    }
}
