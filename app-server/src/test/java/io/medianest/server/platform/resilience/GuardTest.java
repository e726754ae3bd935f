package io.medianest.server.platform.resilience;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.MovableClock;
import io.medianest.server.platform.config.ServiceSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GuardTest {
    private static final GuardPolicy POLICY = GuardPolicy.of("tapes", "The tape store", 5, Duration.ofSeconds(30), 3);

    private final MovableClock clock = new MovableClock();
    private final List<Duration> pauses = new ArrayList<>();
    private final Guard guard = new Guard(POLICY, clock, pause -> {
        pauses.add(pause);
        clock.advance(pause);
    });
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    @DisplayName("a passing failure is tried again after one and two seconds, give or take a quarter")
    void triesAgain() {
        var result = guard.call(() -> {
            if (calls.incrementAndGet() < 3) {
                throw broken();
            }
            return "tape";
        });

        assertThat(result).isEqualTo("tape");
        assertThat(pauses).hasSize(2);
        assertThat(pauses.get(0)).isBetween(Duration.ofMillis(750), Duration.ofMillis(1250));
        assertThat(pauses.get(1)).isBetween(Duration.ofMillis(1500), Duration.ofMillis(2500));
    }

    @Test
    @DisplayName("the third failure is told, naming the service")
    void tellsTheFailure() {
        var told = failureOf(() -> guard.call(this::fail));

        assertThat(calls).hasValue(3);
        assertThat(told.code()).isEqualTo(ErrorCode.UPSTREAM_ERROR);
        assertThat(told.details()).isEqualTo("tapes");
        assertThat(told).hasMessage("The tape store answered with HTTP 500");
    }

    @Test
    @DisplayName("a write is never repeated")
    void writesOnce() {
        var told = failureOf(() -> guard.callOnce(this::fail));

        assertThat(calls).hasValue(1);
        assertThat(told.code()).isEqualTo(ErrorCode.UPSTREAM_ERROR);
    }

    @Test
    @DisplayName("a look at its health is made once, counts, and is turned away by an open breaker")
    void probe() {
        for (int i = 0; i < 5; i++) {
            assertThat(failureOf(() -> guard.probe(this::fail)).code()).isEqualTo(ErrorCode.UPSTREAM_ERROR);
        }

        assertThat(calls).hasValue(5);
        assertThat(pauses).isEmpty();
        assertThat(failureOf(() -> guard.probe(() -> "tape")).code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
    }

    @Test
    @DisplayName("five failures in a row open the breaker: nothing is tried, and the reply says for how long")
    void opens() {
        failTimes(5);

        var told = failureOf(() -> guard.call(this::fail));

        assertThat(calls).hasValue(5);
        assertThat(guard.isOpen()).isTrue();
        assertThat(told.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
        assertThat(told.details()).isEqualTo("tapes");
        assertThat(told.retryAfter()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    @DisplayName("four failures and a success leave it closed")
    void staysClosed() {
        failTimes(4);
        guard.callOnce(() -> "tape");
        failTimes(4);

        assertThat(guard.isOpen()).isFalse();
    }

    @Test
    @DisplayName("a clock that is set back while it is open keeps nobody out for longer, and is only used for telling")
    void clockSetBack() {
        var steady = new MovableClock();
        var steadied = new Guard(POLICY, clock, steady, pause -> {}, CallListener.NOBODY);
        for (int i = 0; i < 5; i++) {
            failureOf(() -> steadied.callOnce(this::fail));
        }
        clock.advance(Duration.ofHours(-2));
        steady.advance(Duration.ofSeconds(10));

        assertThat(failureOf(() -> steadied.callOnce(() -> "tape")).retryAfter())
                .isEqualTo(Duration.ofSeconds(20));
        assertThat(steadied.report().nextAttemptAt()).isEqualTo(clock.instant().plusSeconds(20));
        steady.advance(Duration.ofSeconds(21));
        assertThat(steadied.callOnce(() -> "tape")).isEqualTo("tape");
    }

    @Test
    @DisplayName("after its time three trials must succeed, then it counts five failures anew")
    void recovers() {
        failTimes(5);
        clock.advance(Duration.ofSeconds(31));

        for (int trial = 0; trial < 3; trial++) {
            assertThat(guard.callOnce(() -> "tape")).isEqualTo("tape");
        }
        failTimes(4);

        assertThat(guard.isOpen()).isFalse();
    }

    @Test
    @DisplayName("one failed trial opens it again for the whole time")
    void failedTrial() {
        failTimes(5);
        clock.advance(Duration.ofSeconds(31));
        guard.callOnce(() -> "tape");

        failTimes(1);

        assertThat(guard.isOpen()).isTrue();
        assertThat(failureOf(() -> guard.callOnce(this::fail)).retryAfter()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    @DisplayName("who comes while the trials are under way is told to come again soon, not after the whole time")
    void duringTrials() {
        failTimes(5);
        clock.advance(Duration.ofSeconds(31));

        var turnedAway = guard.callOnce(() -> guard.callOnce(
                () -> guard.callOnce(() -> failureOf(() -> guard.callOnce(() -> "one trial too many")))));

        assertThat(turnedAway.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
        assertThat(turnedAway.retryAfter()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    @DisplayName("what the service refuses is neither counted nor repeated")
    void refusals() {
        for (int i = 0; i < 20; i++) {
            assertThat(failureOf(() -> guard.call(() -> {
                                calls.incrementAndGet();
                                throw UpstreamFailure.refused("does not let us in");
                            }))
                            .code())
                    .isEqualTo(ErrorCode.UPSTREAM_ERROR);
        }

        assertThat(calls).hasValue(20);
        assertThat(guard.isOpen()).isFalse();
    }

    @Test
    @DisplayName("a service that asks to slow down is waited for, unless an older copy is at hand")
    void standIn() {
        Supplier<String> busy = () -> {
            calls.incrementAndGet();
            throw UpstreamFailure.busy();
        };
        failureOf(() -> guard.call(busy));
        assertThat(calls).hasValue(3);
        assertThat(pauses).hasSize(2);

        var told = failureOf(() -> StandIn.atHand(() -> guard.call(busy)));

        assertThat(told.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
        assertThat(calls).hasValue(4);
        assertThat(pauses).hasSize(2);
        assertThat(StandIn.atHand(() -> guard.call(() -> failingOnce())))
                .as("what is merely broken is tried again")
                .isEqualTo("tape");
    }

    private String failingOnce() {
        if (calls.incrementAndGet() == 5) {
            throw broken();
        }
        return "tape";
    }

    @Test
    @DisplayName("an answer in our own words passes through and says nothing about the service's health")
    void ownAnswers() {
        for (int i = 0; i < 20; i++) {
            assertThat(failureOf(() -> guard.call(() -> {
                                throw new MediaNestException(ErrorCode.NOT_FOUND, "no such tape");
                            }))
                            .code())
                    .isEqualTo(ErrorCode.NOT_FOUND);
        }

        assertThat(guard.isOpen()).isFalse();
    }

    @Test
    @DisplayName("attempts that time out end with the budget, not with the number of attempts")
    void budget() {
        var start = clock.instant();

        var told = failureOf(() -> guard.call(() -> {
            calls.incrementAndGet();
            clock.advance(Deadline.left(Duration.ofSeconds(10)));
            throw UpstreamFailure.timeout(null);
        }));

        assertThat(told.code()).isEqualTo(ErrorCode.UPSTREAM_TIMEOUT);
        assertThat(calls).hasValue(2);
        assertThat(Duration.between(start, clock.instant())).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    @DisplayName("whoever's failure opens the breaker waits for no attempt that would not be made")
    void opensInTheMiddle() {
        failTimes(4);
        calls.set(0);

        var told = failureOf(() -> guard.call(this::fail));

        assertThat(told).hasMessage("The tape store answered with HTTP 500");
        assertThat(calls).hasValue(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    @DisplayName("several calls for one request share its budget")
    void sharedBudget() {
        Supplier<String> slow = () -> {
            clock.advance(Duration.ofSeconds(9));
            return "tape";
        };

        var told = failureOf(() -> Deadline.within(Duration.ofSeconds(15), clock, () -> {
            guard.call(slow);
            guard.call(slow);
            return guard.call(slow);
        }));

        assertThat(told.code()).isEqualTo(ErrorCode.UPSTREAM_TIMEOUT);
    }

    @Test
    @DisplayName("deadlines nest by what is left of them, also when they go by different clocks")
    void differentClocks() {
        var later = new MovableClock();
        later.advance(Duration.ofHours(2));

        var left = Deadline.within(
                Duration.ofSeconds(20),
                later,
                () -> Deadline.within(Duration.ofSeconds(5), clock, () -> Deadline.left(Duration.ofMinutes(1))));
        var outer = Deadline.within(
                Duration.ofSeconds(5),
                later,
                () -> Deadline.within(Duration.ofSeconds(20), clock, () -> Deadline.left(Duration.ofMinutes(1))));

        assertThat(left).isEqualTo(Duration.ofSeconds(5));
        assertThat(outer).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    @DisplayName("not configured is told with what is missing")
    void notConfigured() {
        assertThatThrownBy(() -> guard.endpoint(new ServiceSettings(null, null, "set tapes.url")))
                .hasMessage("The tape store is not configured: set tapes.url")
                .isInstanceOfSatisfying(
                        MediaNestException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE));
    }

    @Test
    @DisplayName("no more calls run at the same time than agreed; the next is turned away")
    void bulkhead() throws Exception {
        var narrow = new Guard(
                new GuardPolicy("tapes", "Tapes", 5, Duration.ofSeconds(30), 3, Duration.ofSeconds(15), 1), clock);
        var inside = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> narrow.call(() -> {
                inside.countDown();
                await(leave);
                return "tape";
            }));
            inside.await();

            assertThat(failureOf(() -> narrow.call(() -> "another")).code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
            assertThat(narrow.<String>probe(() -> "well"))
                    .as("many calls are no illness")
                    .isEqualTo("well");

            leave.countDown();
            assertThat(first.get()).isEqualTo("tape");
        }
    }

    @Test
    @DisplayName("who asks more often than agreed waits for a turn, and is turned away where that takes too long")
    void rate() {
        var slow = new Guard(POLICY.with(CallRules.USUAL.with("rate 1/1s")), clock, pauses::add);

        slow.call(() -> "first");
        slow.call(() -> "second");
        slow.call(() -> "third");
        var told = failureOf(() -> slow.call(() -> "fourth"));

        assertThat(pauses)
                .hasSize(2)
                .allSatisfy(pause -> assertThat(pause).isBetween(Duration.ZERO, Duration.ofSeconds(2)));
        assertThat(told.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
        assertThat(told).hasMessage("The tape store is asked too often by us");
        assertThat(told.retryAfter()).isEqualTo(Duration.ofSeconds(1));
        assertThat(slow.<String>probe(() -> "well"))
                .as("a look at its health takes no turn")
                .isEqualTo("well");
    }

    @Test
    @DisplayName("other rules hold from the next call on: they tell how often, how long, and forget what went wrong")
    void change() {
        for (int i = 0; i < 5; i++) {
            failureOf(() -> guard.callOnce(this::fail));
        }
        assertThat(guard.isOpen()).isTrue();

        guard.change(POLICY.rules());
        assertThat(guard.isOpen()).as("the same rules change nothing").isTrue();
        guard.change(CallRules.USUAL.with("attempts 2, pause 100ms, read 7s, failures 1, open 5m"));
        calls.set(0);

        assertThat(guard.isOpen()).isFalse();
        assertThat(guard.<Duration>callOnce(() -> CallRules.readTimeout(Duration.ZERO)))
                .isEqualTo(Duration.ofSeconds(7));
        failureOf(() -> guard.call(this::fail));
        assertThat(guard.report().threshold()).isEqualTo(1);
        assertThat(requireNonNull(guard.report().calls()).openFor()).isEqualTo(300);
        assertThat(guard.isOpen()).isTrue();
        assertThat(calls)
                .as("one failure opens it, so that the second attempt is turned away")
                .hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void failTimes(int times) {
        for (int i = 0; i < times; i++) {
            failureOf(() -> guard.callOnce(this::fail));
        }
    }

    private String fail() {
        calls.incrementAndGet();
        throw broken();
    }

    private static UpstreamFailure broken() {
        return UpstreamFailure.broken("answered with HTTP 500", null);
    }

    private static MediaNestException failureOf(Supplier<?> work) {
        return Objects.requireNonNull(catchThrowableOfType(MediaNestException.class, work::get));
    }
}
