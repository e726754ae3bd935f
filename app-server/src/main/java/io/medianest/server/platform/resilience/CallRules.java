package io.medianest.server.platform.resilience;

import io.medianest.model.admin.CallNumbers;
import io.medianest.server.platform.Amount;
import io.medianest.server.platform.security.Limit;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// How an outside service is asked: how long it is waited for, what happens when it fails, and how much it is asked at
/// most. Written as `connect 3s, read 10s, failures 5, …`, see [#toString].
///
/// @param connectTimeout until the connection stands
/// @param readTimeout for a whole reply
/// @param failures so many in a row open the breaker
/// @param openFor how long nothing is tried then
/// @param trials so many calls must succeed afterwards before it counts as well again; one failure opens it anew
/// @param attempts at a call that may be repeated
/// @param pause after the first of them; each next one is twice as long, ± 25 %, 30 s at most
/// @param concurrent calls at the same time at most
/// @param rate calls in a time at most
public record CallRules(
        Duration connectTimeout,
        Duration readTimeout,
        int failures,
        Duration openFor,
        int trials,
        int attempts,
        Duration pause,
        int concurrent,
        Limit rate) {
    private static final int MOST = 1000;
    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(1);
    private static final Duration LONGEST_OPEN = Duration.ofHours(1);

    /// What holds where nothing else is said.
    public static final CallRules USUAL = new CallRules(
            Duration.ofSeconds(3),
            Duration.ofSeconds(10),
            5,
            Duration.ofSeconds(30),
            3,
            3,
            Duration.ofSeconds(1),
            16,
            new Limit(50, Duration.ofSeconds(1)));

    private static final Map<String, BiFunction<CallRules, String, CallRules>> PARTS = Map.of(
            "connect", (rules, text) -> rules.connectingIn(timeout(text)),
            "read", (rules, text) -> rules.readingIn(timeout(text)),
            "failures", (rules, text) -> rules.breaking(count(text), rules.openFor, rules.trials),
            "open", (rules, text) -> rules.breaking(rules.failures, duration(text, LONGEST_OPEN), rules.trials),
            "trials", (rules, text) -> rules.breaking(rules.failures, rules.openFor, count(text)),
            "attempts", (rules, text) -> rules.trying(count(text), rules.pause),
            "pause", (rules, text) -> rules.trying(rules.attempts, duration(text, LONGEST_TIMEOUT)),
            "concurrent", (rules, text) -> rules.concurrently(count(text)),
            "rate", (rules, text) -> rules.atMost(Limit.parse(text)));

    /// Reads what a person has written; what they leave out stays as it is.
    ///
    /// @throws IllegalArgumentException with words that say what cannot be read
    public CallRules with(String text) {
        var rules = this;
        for (var part : text.split(",", -1)) {
            if (!part.isBlank()) {
                rules = rules.withPart(part.strip());
            }
        }
        return rules;
    }

    private CallRules withPart(String part) {
        var words = part.split("\\s+", 2);
        var reading = PARTS.get(words[0]);
        if (reading == null || words.length < 2) {
            throw new IllegalArgumentException(
                    "'%s' is none of connect, read, failures, open, trials, attempts,".formatted(part)
                            + " pause, concurrent, rate with a value");
        }
        try {
            return reading.apply(this, words[1].strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'%s' cannot be read".formatted(part), e);
        }
    }

    private static int count(String text) {
        int count = Integer.parseInt(text);
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("out of range");
        }
        return count;
    }

    private static Duration timeout(String text) {
        return duration(text, LONGEST_TIMEOUT);
    }

    private static Duration duration(String text, Duration longest) {
        var duration = Amount.duration(text);
        if (duration.compareTo(longest) > 0) {
            throw new IllegalArgumentException("too long");
        }
        return duration;
    }

    CallRules connectingIn(Duration timeout) {
        return new CallRules(timeout, readTimeout, failures, openFor, trials, attempts, pause, concurrent, rate);
    }

    /// With another time for a whole reply.
    public CallRules readingIn(Duration timeout) {
        return new CallRules(connectTimeout, timeout, failures, openFor, trials, attempts, pause, concurrent, rate);
    }

    /// With another breaker.
    public CallRules breaking(int afterFailures, Duration openFor, int trials) {
        return new CallRules(
                connectTimeout, readTimeout, afterFailures, openFor, trials, attempts, pause, concurrent, rate);
    }

    CallRules trying(int attempts, Duration pause) {
        return new CallRules(connectTimeout, readTimeout, failures, openFor, trials, attempts, pause, concurrent, rate);
    }

    /// With another number of calls at the same time.
    public CallRules concurrently(int calls) {
        return new CallRules(connectTimeout, readTimeout, failures, openFor, trials, attempts, pause, calls, rate);
    }

    /// With another number of calls in a time.
    public CallRules atMost(Limit rate) {
        return new CallRules(connectTimeout, readTimeout, failures, openFor, trials, attempts, pause, concurrent, rate);
    }

    CallNumbers numbers(int running) {
        return new CallNumbers(
                seconds(connectTimeout),
                seconds(readTimeout),
                seconds(openFor),
                trials,
                attempts,
                concurrent,
                running,
                rateText());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private String rateText() {
        return rate.capacity() + "/" + Amount.text(rate.period());
    }

    /// As a person would write it; [#with] reads it.
    @Override
    public String toString() {
        return "connect %s, read %s, failures %d, open %s, trials %d, attempts %d, pause %s, concurrent %d, rate %s"
                .formatted(
                        Amount.text(connectTimeout),
                        Amount.text(readTimeout),
                        failures,
                        Amount.text(openFor),
                        trials,
                        attempts,
                        Amount.text(pause),
                        concurrent,
                        rateText());
    }

    /// Those that hold for the call that the current thread makes; null outside of a guarded one.
    static @Nullable CallRules current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    static final ScopedValue<CallRules> CURRENT = ScopedValue.newInstance();

    /// How long a whole reply is waited for in the call that the current thread makes; `usual` outside of a guarded
    /// one.
    public static Duration readTimeout(Duration usual) {
        var rules = current();
        return rules == null ? usual : rules.readTimeout;
    }
}
