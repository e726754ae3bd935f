package io.medianest.server.platform.resilience;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.medianest.model.admin.BreakerReport;
import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.config.ServiceSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stands before one outside service: repeats what may be repeated, stops asking while the service is down,
/// and tells failures in our words. Work reports trouble by throwing [UpstreamFailure]; whatever else it
/// throws passes through and says nothing about the health of the service. Thread-safe.
public final class Guard {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration QUEUE_FOR = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofSeconds(5);

    private final Clock clock;
    private final Clock steady;
    private final Pause pause;
    private final CallListener listener;
    private volatile Gates gates;

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
        this.clock = clock;
        this.steady = steady;
        this.pause = pause;
        this.listener = listener;
        this.gates = gates(policy);
    }

    private Gates gates(GuardPolicy policy) {
        return Gates.of(policy, new Breaker(policy, clock, steady, listener));
    }

    /// What a call has to pass. New rules make new ones: what was counted by the old says nothing about them.
    private record Gates(
            GuardPolicy policy, Breaker breaker, Bulkhead bulkhead, RateLimiter rate, IntervalFunction pauses) {
        static Gates of(GuardPolicy policy, Breaker breaker) {
            var rules = policy.rules();
            var bulkhead = BulkheadConfig.custom()
                    .maxConcurrentCalls(rules.concurrent())
                    .maxWaitDuration(QUEUE_FOR)
                    .build();
            var rate = RateLimiterConfig.custom()
                    .limitForPeriod(rules.rate().capacity())
                    .limitRefreshPeriod(rules.rate().period())
                    .timeoutDuration(QUEUE_FOR)
                    .build();
            var first = rules.pause().compareTo(LONGEST_PAUSE) < 0 ? rules.pause() : LONGEST_PAUSE;
            return new Gates(
                    policy,
                    breaker,
                    Bulkhead.of(policy.service(), bulkhead),
                    RateLimiter.of(policy.service(), rate),
                    IntervalFunction.ofExponentialRandomBackoff(first, 2.0, 0.25, LONGEST_PAUSE));
        }

        int running() {
            var places = bulkhead.getMetrics();
            return places.getMaxAllowedConcurrentCalls() - places.getAvailableConcurrentCalls();
        }
    }

    /// Has other rules hold from the next call on; with others than before, what went wrong is forgotten.
    void change(CallRules rules) {
        var policy = gates.policy;
        if (!policy.rules().equals(rules)) {
            replace(policy.with(rules));
        }
    }

    /// Begins anew, as before another address: what went wrong at the old one is forgotten, and what is still asked
    /// there neither counts nor takes a place.
    void beginAnew() {
        replace(gates.policy);
    }

    private void replace(GuardPolicy policy) {
        boolean wasDoubted = gates.breaker.isDoubted();
        gates = gates(policy);
        if (wasDoubted) {
            listener.closed(policy.service());
        }
    }

    /// Somebody else says that the service is well: has that tried at once.
    void tryNow() {
        gates.breaker.tryNow();
    }

    /// Calls something that may be repeated without harm.
    ///
    /// @throws MediaNestException `SERVICE_UNAVAILABLE`, `UPSTREAM_ERROR`, `UPSTREAM_TIMEOUT` naming the
    ///     service
    public <T> T call(Supplier<T> work) {
        return Deadline.within(
                policy().budget(),
                steady,
                () -> attempt(
                        gates, gates -> queued(gates, work), policy().rules().attempts()));
    }

    /// Calls something that must not be done twice.
    ///
    /// @throws MediaNestException as [#call]
    public <T> T callOnce(Supplier<T> work) {
        return Deadline.within(policy().budget(), steady, () -> attempt(gates, gates -> queued(gates, work), 1));
    }

    /// Asks how the service is: once, and without queuing behind the calls of others, who may be many where it is well.
    ///
    /// @throws MediaNestException as [#call]
    public <T> T probe(Supplier<T> work) {
        return Deadline.within(policy().budget(), steady, () -> attempt(gates, gates -> counted(gates, work), 1));
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
                    policy().displayName() + " is not configured" + (why == null ? "" : ": " + why),
                    policy().service());
        }
        return new Endpoint(url, settings.key());
    }

    /// Whether calls are turned away at the moment.
    public boolean isOpen() {
        return gates.breaker.isOpen();
    }

    /// How it stands with the service.
    public BreakerReport report() {
        var now = gates;
        return now.breaker.report(now.running());
    }

    /// Forgets what went wrong: the next call is let through.
    public void reset() {
        gates.breaker.reset();
    }

    public GuardPolicy policy() {
        return gates.policy;
    }

    private <T> T attempt(Gates gates, Function<Gates, T> work, int attempts) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.apply(gates);
            } catch (UpstreamFailure failure) {
                var wait = waitAfter(gates, attempt, failure);
                if (attempt >= attempts || isPointless(gates, failure) || !isTimeFor(wait)) {
                    throw told(gates, failure);
                }
                LOG.debug("{} {}; attempt {} in {}", policy().displayName(), failure.getMessage(), attempt + 1, wait);
                listener.repeated(gates.policy.service());
                sleep(wait);
            }
        }
    }

    /// Nobody waits for an attempt that would not be made: with this failure the breaker may have opened.
    private static boolean isPointless(Gates gates, UpstreamFailure failure) {
        return switch (failure.kind()) {
            case REFUSED -> true;
            case BUSY -> StandIn.isAtHand();
            case TIMEOUT, BROKEN -> gates.breaker.isOpen();
        };
    }

    private <T> T queued(Gates gates, Supplier<T> work) {
        if (!isTimeFor(Duration.ZERO)) {
            throw UpstreamFailure.timeout(null);
        }
        waitForTurn(gates);
        if (!gates.bulkhead.tryAcquirePermission()) {
            listener.turnedAway(gates.policy.service(), CallListener.Reason.CONCURRENCY);
            throw unavailable("is asked too much at the same time", SOON, null);
        }
        try {
            return counted(gates, work);
        } finally {
            gates.bulkhead.onComplete();
        }
    }

    /// What is turned away by the breaker anyway takes no turn.
    private void waitForTurn(Gates gates) {
        if (gates.breaker.isOpen()) {
            return;
        }
        long nanos = gates.rate.reservePermission();
        var wait = Duration.ofNanos(Math.max(0, nanos));
        if (nanos < 0 || !isTimeFor(wait)) {
            listener.turnedAway(gates.policy.service(), CallListener.Reason.RATE);
            throw unavailable(
                    "is asked too often by us", gates.policy.rules().rate().period(), null);
        }
        if (nanos > 0) {
            sleep(wait);
        }
    }

    private <T> T counted(Gates gates, Supplier<T> work) {
        var breaker = gates.breaker;
        var service = gates.policy.service();
        if (!breaker.admits()) {
            listener.turnedAway(service, CallListener.Reason.BREAKER);
            var left = breaker.untilTrial();
            throw unavailable("is not available at the moment", left.compareTo(SOON) < 0 ? SOON : left, null);
        }
        long begun = System.nanoTime();
        try {
            T result =
                    ScopedValue.where(CallRules.CURRENT, gates.policy.rules()).call(work::get);
            breaker.succeeded();
            listener.answered(service, System.nanoTime() - begun);
            return result;
        } catch (UpstreamFailure failure) {
            breaker.failed(failure);
            listener.failed(service, failure.kind(), System.nanoTime() - begun);
            throw failure;
        } catch (RuntimeException | Error e) {
            breaker.saidNothing();
            throw e;
        }
    }

    private static Duration waitAfter(Gates gates, int attempt, UpstreamFailure failure) {
        var asked = failure.retryAfter();
        return asked == null ? Duration.ofMillis(gates.pauses.apply(attempt)) : asked;
    }

    private boolean isTimeFor(Duration wait) {
        return Deadline.left(policy().budget()).compareTo(wait) > 0;
    }

    private void sleep(Duration wait) {
        try {
            pause.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("was not waited for: the program is stopping", SOON, e);
        }
    }

    private MediaNestException told(Gates gates, UpstreamFailure failure) {
        return switch (failure.kind()) {
            case TIMEOUT -> failed(ErrorCode.UPSTREAM_TIMEOUT, failure);
            case BROKEN, REFUSED -> failed(ErrorCode.UPSTREAM_ERROR, failure);
            case BUSY -> unavailable("asks us to slow down", waitAfter(gates, 1, failure), failure);
        };
    }

    /// Null where a repetition cannot help.
    private static @Nullable Duration retryAfter(UpstreamFailure failure) {
        if (failure.retryAfter() != null) {
            return failure.retryAfter();
        }
        return switch (failure.kind()) {
            case TIMEOUT, BROKEN, BUSY -> LATER;
            case REFUSED -> null;
        };
    }

    private MediaNestException failed(ErrorCode code, UpstreamFailure failure) {
        var message = policy().displayName() + " " + failure.getMessage();
        return new MediaNestException(code, message, policy().service(), retryAfter(failure), failure);
    }

    private MediaNestException unavailable(String predicate, Duration retryAfter, @Nullable Throwable cause) {
        var message = policy().displayName() + " " + predicate;
        return new MediaNestException(ErrorCode.SERVICE_UNAVAILABLE, message, policy().service(), retryAfter, cause);
    }

    /// How to let time pass.
    @FunctionalInterface
    public interface Pause {
        void sleep(Duration duration) throws InterruptedException;
    }
}
