package io.medianest.server.platform.resilience;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.medianest.model.admin.BreakerReport;
import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.config.ServiceSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stands before one outside service: repeats what may be repeated, stops asking while the service is down,
/// and tells failures in our words. Work reports trouble by throwing [UpstreamFailure]; whatever else it
/// throws passes through and says nothing about the health of the service. Thread-safe.
public final class Guard {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
    private static final int ATTEMPTS = 3;
    private static final IntervalFunction PAUSES =
            IntervalFunction.ofExponentialRandomBackoff(Duration.ofSeconds(1), 2.0, 0.25, Duration.ofSeconds(30));
    private static final Duration QUEUE_FOR = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final GuardPolicy policy;
    private final Clock steady;
    private final Pause pause;
    private final Breaker breaker;
    private final Bulkhead bulkhead;
    private final CallListener listener;

    public Guard(GuardPolicy policy, Clock clock) {
        this(policy, clock, Thread::sleep);
    }

    /// @param pause how to wait between attempts
    public Guard(GuardPolicy policy, Clock clock, Pause pause) {
        this(policy, clock, clock, pause, CallListener.NOBODY);
    }

    /// @param clock tells people when something was
    /// @param steady tells how long something has been, whatever `clock` is set to
    Guard(GuardPolicy policy, Clock clock, Clock steady, Pause pause, CallListener listener) {
        this.policy = policy;
        this.steady = steady;
        this.pause = pause;
        this.listener = listener;
        this.breaker = new Breaker(policy, clock, steady);
        this.bulkhead = Bulkhead.of(
                policy.service(),
                BulkheadConfig.custom()
                        .maxConcurrentCalls(policy.concurrent())
                        .maxWaitDuration(QUEUE_FOR)
                        .build());
    }

    /// Calls something that may be repeated without harm.
    ///
    /// @throws MediaNestException `SERVICE_UNAVAILABLE`, `UPSTREAM_ERROR`, `UPSTREAM_TIMEOUT` naming the
    ///     service
    public <T> T call(Supplier<T> work) {
        return Deadline.within(policy.budget(), steady, () -> attempt(() -> queued(work), ATTEMPTS));
    }

    /// Calls something that must not be done twice.
    ///
    /// @throws MediaNestException as [#call]
    public <T> T callOnce(Supplier<T> work) {
        return Deadline.within(policy.budget(), steady, () -> attempt(() -> queued(work), 1));
    }

    /// Asks how the service is: once, and without queuing behind the calls of others, who may be many where it is well.
    ///
    /// @throws MediaNestException as [#call]
    public <T> T probe(Supplier<T> work) {
        return Deadline.within(policy.budget(), steady, () -> attempt(() -> counted(work), 1));
    }

    /// Where the service is.
    ///
    /// @throws MediaNestException `SERVICE_UNAVAILABLE` naming the service when it is not configured
    public Endpoint endpoint(ServiceSettings settings) {
        var url = settings.url();
        if (url == null || !settings.isConfigured()) {
            var why = settings.problem();
            throw new MediaNestException(
                    ErrorCode.SERVICE_UNAVAILABLE,
                    policy.displayName() + " is not configured" + (why == null ? "" : ": " + why),
                    policy.service());
        }
        return new Endpoint(url, settings.key());
    }

    /// Whether calls are turned away at the moment.
    public boolean isOpen() {
        return breaker.isOpen();
    }

    /// How it stands with the service.
    public BreakerReport report() {
        return breaker.report();
    }

    /// Forgets what went wrong: the next call is let through.
    public void reset() {
        breaker.reset();
    }

    public GuardPolicy policy() {
        return policy;
    }

    private <T> T attempt(Supplier<T> work, int attempts) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (UpstreamFailure failure) {
                var wait = waitAfter(attempt, failure);
                if (attempt >= attempts || isPointless(failure) || !isTimeFor(wait)) {
                    throw told(failure);
                }
                LOG.debug("{} {}; attempt {} in {}", policy.displayName(), failure.getMessage(), attempt + 1, wait);
                sleep(wait);
            }
        }
    }

    private static boolean isPointless(UpstreamFailure failure) {
        return switch (failure.kind()) {
            case REFUSED -> true;
            case BUSY -> StandIn.isAtHand();
            case TIMEOUT, BROKEN -> false;
        };
    }

    private <T> T queued(Supplier<T> work) {
        if (!isTimeFor(Duration.ZERO)) {
            throw UpstreamFailure.timeout(null);
        }
        if (!bulkhead.tryAcquirePermission()) {
            throw unavailable("is asked too much at the same time", SOON, null);
        }
        try {
            return counted(work);
        } finally {
            bulkhead.onComplete();
        }
    }

    private <T> T counted(Supplier<T> work) {
        if (!breaker.admits()) {
            listener.turnedAway(policy.service());
            var left = breaker.untilTrial();
            throw unavailable("is not available at the moment", left.compareTo(SOON) < 0 ? SOON : left, null);
        }
        long begun = System.nanoTime();
        try {
            T result = work.get();
            breaker.succeeded();
            listener.answered(policy.service(), System.nanoTime() - begun);
            return result;
        } catch (UpstreamFailure failure) {
            breaker.failed(failure);
            listener.failed(policy.service(), failure.kind(), System.nanoTime() - begun);
            throw failure;
        } catch (RuntimeException | Error e) {
            breaker.saidNothing();
            throw e;
        }
    }

    private static Duration waitAfter(int attempt, UpstreamFailure failure) {
        var asked = failure.retryAfter();
        return asked == null ? Duration.ofMillis(PAUSES.apply(attempt)) : asked;
    }

    private boolean isTimeFor(Duration wait) {
        return Deadline.left(policy.budget()).compareTo(wait) > 0;
    }

    private void sleep(Duration wait) {
        try {
            pause.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("was not waited for: the program is stopping", SOON, e);
        }
    }

    private MediaNestException told(UpstreamFailure failure) {
        return switch (failure.kind()) {
            case TIMEOUT -> failed(ErrorCode.UPSTREAM_TIMEOUT, failure);
            case BROKEN, REFUSED -> failed(ErrorCode.UPSTREAM_ERROR, failure);
            case BUSY -> unavailable("asks us to slow down", waitAfter(1, failure), failure);
        };
    }

    private MediaNestException failed(ErrorCode code, UpstreamFailure failure) {
        var message = policy.displayName() + " " + failure.getMessage();
        return new MediaNestException(code, message, policy.service(), failure.retryAfter(), failure);
    }

    private MediaNestException unavailable(String predicate, Duration retryAfter, @Nullable Throwable cause) {
        var message = policy.displayName() + " " + predicate;
        return new MediaNestException(ErrorCode.SERVICE_UNAVAILABLE, message, policy.service(), retryAfter, cause);
    }

    /// How to let time pass.
    @FunctionalInterface
    public interface Pause {
        void sleep(Duration duration) throws InterruptedException;
    }
}
