package io.medianest.server.platform.resilience;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.IllegalStateTransitionException;
import io.medianest.model.admin.BreakerReport;
import io.medianest.model.admin.BreakerState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts how calls to a service end, and turns them away for a while when it is down. Thread-safe.
final class Breaker {
    private static final Logger LOG = LoggerFactory.getLogger(Breaker.class);

    private final GuardPolicy policy;
    private final Clock clock;
    private final Clock steady;
    private final CircuitBreaker breaker;
    private volatile Change lastChange = new Change(Instant.EPOCH, Instant.EPOCH);

    /// @param clock tells people when something was
    /// @param steady tells how long something has been
    /// @param listener hears when it has opened that was closed, and when it is closed again
    Breaker(GuardPolicy policy, Clock clock, Clock steady, CallListener listener) {
        this.policy = policy;
        this.clock = clock;
        this.steady = steady;
        this.breaker = CircuitBreaker.of(policy.service(), config(policy, steady));
        breaker.getEventPublisher().onStateTransition(event -> {
            LOG.warn("{}: breaker {}", policy.service(), event.getStateTransition());
            lastChange = new Change(clock.instant(), steady.instant());
            switch (event.getStateTransition()) {
                case CLOSED_TO_OPEN -> listener.opened(policy.service());
                case HALF_OPEN_TO_CLOSED, OPEN_TO_CLOSED -> listener.closed(policy.service());
                default -> {
                    // What is open and is tried was told before.
                }
            }
        });
    }

    /// When the state changed, by either clock.
    private record Change(Instant at, Instant steadyAt) {}

    private static CircuitBreakerConfig config(GuardPolicy policy, Clock steady) {
        // A window of just so many calls that must all have failed: a rate over a longer one would open after fewer
        // failures than promised while it fills.
        return CircuitBreakerConfig.custom()
                .clock(steady)
                .slidingWindow(policy.failures(), policy.failures(), SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(100)
                .waitDurationInOpenState(policy.openFor())
                .permittedNumberOfCallsInHalfOpenState(policy.trials())
                .build();
    }

    /// Whether a call may be made now; how it ends is to be told then.
    boolean admits() {
        return breaker.tryAcquirePermission();
    }

    void succeeded() {
        breaker.onSuccess(0, TimeUnit.MILLISECONDS);
    }

    void failed(UpstreamFailure failure) {
        switch (failure.kind()) {
            case BUSY, REFUSED -> saidNothing();
            case TIMEOUT, BROKEN -> {
                boolean onTrial = breaker.getState() == CircuitBreaker.State.HALF_OPEN;
                breaker.onError(0, TimeUnit.MILLISECONDS, failure);
                if (onTrial) {
                    breaker.transitionToOpenState();
                }
            }
        }
    }

    /// The call has ended in a way that says nothing about the health of the service.
    void saidNothing() {
        breaker.releasePermission();
    }

    /// Whether the service is let alone, or on trial.
    boolean isDoubted() {
        return switch (breaker.getState()) {
            case OPEN, FORCED_OPEN, HALF_OPEN -> true;
            case CLOSED, DISABLED, METRICS_ONLY -> false;
        };
    }

    boolean isOpen() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }

    /// How long calls are turned away yet; never negative.
    Duration untilTrial() {
        if (!isOpen()) {
            return Duration.ZERO;
        }
        var left = Duration.between(steady.instant(), lastChange.steadyAt().plus(policy.openFor()));
        return left.isNegative() ? Duration.ZERO : left;
    }

    void reset() {
        breaker.reset();
    }

    /// Has calls tried from now on, whether their time has come or not; nothing happens to one that is not open.
    void tryNow() {
        if (isOpen()) {
            try {
                breaker.transitionToHalfOpenState();
            } catch (IllegalStateTransitionException e) {
                LOG.debug("{}: closed meanwhile", policy.service(), e); // which is more than was asked for
            }
        }
    }

    /// @param running calls at this moment
    BreakerReport report(int running) {
        var metrics = breaker.getMetrics();
        var state = switch (breaker.getState()) {
            case OPEN, FORCED_OPEN -> BreakerState.OPEN;
            case HALF_OPEN -> BreakerState.HALF_OPEN;
            case CLOSED, DISABLED, METRICS_ONLY -> BreakerState.CLOSED;
        };
        return new BreakerReport(
                policy.service(),
                policy.displayName(),
                state,
                Math.max(0, metrics.getNumberOfFailedCalls()),
                Math.max(0, metrics.getNumberOfSuccessfulCalls()),
                metrics.getNumberOfNotPermittedCalls(),
                policy.failures(),
                state == BreakerState.CLOSED ? null : lastChange.at(),
                state == BreakerState.OPEN ? clock.instant().plus(untilTrial()).truncatedTo(ChronoUnit.MILLIS) : null,
                policy.rules().numbers(running));
    }
}
