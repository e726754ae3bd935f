package io.medianest.server.platform.resilience;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.medianest.model.admin.BreakerState;
import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GuardsTest {
    private static final GuardPolicy POLICY = GuardPolicy.of("fax", "Fax", 2, Duration.ofSeconds(30), 1);

    private final List<String> heard = new ArrayList<>();
    private final MovableClock clock = new MovableClock();
    private final Guards guards = new Guards(clock, clock, new CallListener() {
        @Override
        public void answered(String service, long nanos) {
            heard.add(service + " answered");
        }

        @Override
        public void failed(String service, UpstreamFailure.Kind kind, long nanos) {
            heard.add(service + " " + kind);
        }

        @Override
        public void turnedAway(String service, Reason reason) {
            heard.add(service + " turned away: " + reason);
        }

        @Override
        public void opened(String service) {
            heard.add(service + " opened");
        }

        @Override
        public void closed(String service) {
            heard.add(service + " closed");
        }
    });
    private final Guard guard = guards.before(POLICY);

    @Test
    @DisplayName("the rules of a service hold for what belongs to it too, but for its own places")
    void family() {
        var pictures = guards.before(
                new GuardPolicy("fax-pictures", "Pictures", 2, Duration.ofSeconds(30), 1, Duration.ofSeconds(15), 2));
        var other = guards.before(GuardPolicy.of("faxes", "Faxes", 4, Duration.ofSeconds(30), 1));

        guards.change(Map.of("fax", CallRules.USUAL.with("failures 7, concurrent 30")));

        assertThat(guard.policy().rules().failures()).isEqualTo(7);
        assertThat(guard.policy().rules().concurrent()).isEqualTo(30);
        assertThat(pictures.policy().rules().failures()).isEqualTo(7);
        assertThat(pictures.policy().rules().concurrent()).isEqualTo(2);
        assertThat(other.policy().rules().failures()).isEqualTo(4);
    }

    @Test
    @DisplayName("other rules forget what went wrong, which those hear who wait")
    void otherRules() {
        fail();
        fail();
        guards.change(Map.of("fax", CallRules.USUAL.with("failures 7")));
        assertThat(guard.isOpen()).isFalse();
        assertThat(heard).contains("fax opened").endsWith("fax closed");
    }

    private void fail() {
        assertThat(catchThrowable(() -> guard.callOnce(() -> {
                    throw UpstreamFailure.broken("is on fire", null);
                })))
                .isNotNull();
    }

    @Test
    @DisplayName("a breaker tells its state, what it has counted and when it tries again, and is forgiving when reset")
    void reports() {
        guard.callOnce(() -> "fine");
        fail();
        assertThat(guards.reports()).singleElement().satisfies(report -> {
            assertThat(report.state()).isEqualTo(BreakerState.CLOSED);
            assertThat(report.nextAttemptAt()).isNull();
            assertThat(report.failures()).isEqualTo(1);
            assertThat(report.successes()).isEqualTo(1);
        });
        fail();
        fail();
        var open = guards.reports().getFirst();
        assertThat(open.state()).isEqualTo(BreakerState.OPEN);
        assertThat(open.nextAttemptAt()).isEqualTo(clock.instant().plusSeconds(30));
        assertThat(open.turnedAway()).isEqualTo(1);

        assertThat(guards.reset("fax").state()).isEqualTo(BreakerState.CLOSED);
        assertThat(guard.callOnce(() -> "well again")).isEqualTo("well again");
        assertThat(heard)
                .containsExactly(
                        "fax answered",
                        "fax BROKEN",
                        "fax opened",
                        "fax BROKEN",
                        "fax turned away: BREAKER",
                        "fax closed",
                        "fax answered");
    }

    @Test
    @DisplayName("a service that begins anew may be asked, others as before; one that there is not cannot be reset")
    void beginAnew() {
        fail();
        fail();
        guards.beginAnew("telex");
        assertThat(guard.isOpen()).isTrue();
        guards.beginAnew("fax");
        assertThat(guards.reports()).allMatch(report -> report.state() == BreakerState.CLOSED);
        assertThat(heard).endsWith("fax closed");
        guards.beginAnew("fax");
        assertThat(heard).containsOnlyOnce("fax closed");
        assertThatThrownBy(() -> guards.reset("telex"))
                .isInstanceOfSatisfying(
                        MediaNestException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    @DisplayName("what is still asked at an old address says nothing about the new one, and takes no place there")
    void oldAddress() {
        assertThat(catchThrowable(() -> guard.callOnce(() -> {
                    guards.beginAnew("fax");
                    assertThat(requireNonNull(guard.report().calls()).running()).isZero();
                    fail();
                    throw UpstreamFailure.timeout(null);
                })))
                .isNotNull();

        assertThat(guards.reports()).singleElement().satisfies(report -> {
            assertThat(report.failures()).as("that of the new address alone").isEqualTo(1);
            assertThat(report.state()).isEqualTo(BreakerState.CLOSED);
        });
    }

    @Test
    @DisplayName("a service that somebody else finds well is tried before its time, and is asked as usual when it is")
    void tryNow() {
        guards.tryNow("fax");
        assertThat(guards.reports().getFirst().state()).isEqualTo(BreakerState.CLOSED);
        fail();
        fail();
        assertThat(guard.isOpen()).isTrue();

        guards.tryNow("telex");
        assertThat(guard.isOpen()).as("another service").isTrue();
        guards.tryNow("fax");
        fail();
        assertThat(guard.isOpen()).as("it was not well").isTrue();

        guards.tryNow("fax");
        for (int i = 0; i < POLICY.rules().trials(); i++) {
            guard.callOnce(() -> "well");
        }
        assertThat(guards.reports().getFirst().state()).isEqualTo(BreakerState.CLOSED);
        assertThat(heard).containsSubsequence("fax opened", "fax closed").containsOnlyOnce("fax opened", "fax closed");
    }
}
