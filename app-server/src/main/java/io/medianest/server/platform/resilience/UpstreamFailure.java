package io.medianest.server.platform.resilience;

import io.medianest.model.settings.ServiceProblem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// An outside service did not do what it was asked. Thrown inside a guarded call; the [Guard] tells it to our
/// callers. The message is the second half of a sentence that begins with the service's name; it never holds
/// an address or key.
public final class UpstreamFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final @Nullable Duration retryAfter;
    private final ServiceProblem problem;

    private UpstreamFailure(Kind kind, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        this(kind, message, retryAfter, cause, usual(kind));
    }

    private UpstreamFailure(
            Kind kind,
            String message,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause,
            ServiceProblem problem) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
        this.problem = problem;
    }

    private static ServiceProblem usual(Kind kind) {
        return switch (kind) {
            case TIMEOUT -> ServiceProblem.TIMEOUT;
            case BUSY -> ServiceProblem.BUSY;
            case BROKEN, REFUSED -> ServiceProblem.FAILING;
        };
    }

    /// The same, for whoever sets the service up: what is wrong with its settings.
    public UpstreamFailure meaning(ServiceProblem named) {
        return new UpstreamFailure(kind, String.valueOf(getMessage()), retryAfter, getCause(), named);
    }

    /// No reply in time.
    public static UpstreamFailure timeout(@Nullable Throwable cause) {
        return new UpstreamFailure(Kind.TIMEOUT, "did not answer in time", null, cause);
    }

    /// Not reachable, or answering nonsense.
    public static UpstreamFailure broken(String message, @Nullable Throwable cause) {
        return new UpstreamFailure(Kind.BROKEN, message, null, cause);
    }

    /// In order, but asked too much.
    public static UpstreamFailure busy() {
        return new UpstreamFailure(Kind.BUSY, "asks us to slow down", null, null);
    }

    /// In order, but unwilling: a wrong key, a request that it does not take.
    public static UpstreamFailure refused(String message) {
        return new UpstreamFailure(Kind.REFUSED, message, null, null);
    }

    /// What a reply with an unexpected status means.
    public static UpstreamFailure of(UpstreamReply reply) {
        int status = reply.status();
        if (status == 429) {
            return new UpstreamFailure(Kind.BUSY, "asks us to slow down", reply.retryAfter(), null);
        }
        if (status == 401 || status == 403) {
            return refused("does not let us in (HTTP %d): check its key in the settings".formatted(status))
                    .meaning(ServiceProblem.KEY_REFUSED);
        }
        if (status == 404) {
            return refused("does not take the request (HTTP 404)").meaning(ServiceProblem.WRONG_SERVICE);
        }
        if (status >= 400 && status < 500) {
            return refused("does not take the request (HTTP %d)".formatted(status));
        }
        if (status == 503 && reply.retryAfter() != null) {
            return new UpstreamFailure(Kind.BROKEN, "is out of service (HTTP 503)", reply.retryAfter(), null);
        }
        return broken("answered with HTTP " + status, null);
    }

    public Kind kind() {
        return kind;
    }

    /// What is wrong with the settings of the service, as far as it can be told.
    public ServiceProblem problem() {
        return problem;
    }

    /// How long the service itself wants to be let alone; null where it does not say.
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /// Whether the service is well and does not take this very request: neither time nor other settings help.
    public boolean isFinal() {
        return kind == Kind.REFUSED && problem == ServiceProblem.FAILING;
    }

    /// What went wrong, as far as it matters to what is done about it.
    public enum Kind {
        /// Counted by the breaker, worth another attempt.
        TIMEOUT,
        /// Counted by the breaker, worth another attempt.
        BROKEN,
        /// Not counted, worth another attempt after the time that it names.
        BUSY,
        /// Not counted, not worth another attempt.
        REFUSED
    }
}
