package io.medianest.server.platform.resilience;

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
        public void turnedAway(String service) {
            heard.add(service + " turned away");
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
                .containsExactly("fax answered", "fax BROKEN", "fax BROKEN", "fax turned away", "fax answered");
    }

    @Test
    @DisplayName("resetting all lets every service be asked again; a service that there is not cannot be reset")
    void resetAll() {
        fail();
        fail();
        guards.resetAll();
        assertThat(guards.reports()).allMatch(report -> report.state() == BreakerState.CLOSED);
        assertThatThrownBy(() -> guards.reset("telex"))
                .isInstanceOfSatisfying(
                        MediaNestException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }
}
