package io.medianest.server.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medianest.model.account.Quotas;
import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private static final Limit TWO_AN_HOUR = new Limit(2, Duration.ofHours(1));

    private final MovableClock clock = new MovableClock();
    private final Map<String, Quotas> quotas = new ConcurrentHashMap<>();
    private final RateLimits limits = new RateLimits(
            new LocalCounters(clock),
            new RateLimits.Limits(TWO_AN_HOUR, TWO_AN_HOUR, TWO_AN_HOUR, TWO_AN_HOUR, TWO_AN_HOUR),
            userId -> quotas.getOrDefault(userId, Quotas.NONE),
            clock);

    @Test
    @DisplayName("everybody may make as many requests as the setting says, and is told when to come back")
    void common() {
        assertThat(requestsOf("ann")).isEqualTo(2);
        assertThat(requestsOf("bob")).isEqualTo(2);

        assertThatThrownBy(() -> limits.countRequest("ann"))
                .isInstanceOfSatisfying(MediaNestException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.RATE_LIMIT_EXCEEDED);
                    assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(30 * 60 + 1));
                });
        clock.advance(Duration.ofHours(1));
        assertThat(requestsOf("ann")).isEqualTo(2);
    }

    @Test
    @DisplayName("a quota of somebody's own holds in place of the setting, for them alone")
    void personal() {
        quotas.put("ann", new Quotas(5, null));
        quotas.put("kid", new Quotas(1, null));

        assertThat(requestsOf("ann")).isEqualTo(5);
        assertThat(requestsOf("kid")).isEqualTo(1);
        assertThat(requestsOf("bob")).isEqualTo(2);
    }

    @Test
    @DisplayName("a quota holds at once when it is given, and no longer when it is taken away")
    void atOnce() {
        assertThat(requestsOf("ann")).isEqualTo(2);
        quotas.put("ann", new Quotas(4, null));
        assertThat(requestsOf("ann")).isEqualTo(4);
        quotas.remove("ann");
        assertThat(requestsOf("ann")).isZero();
    }

    @Test
    @DisplayName("the videos of a playlist use up a quota of somebody's own, of the common limit it takes one")
    void playlists() {
        quotas.put("kid", new Quotas(null, 3));
        for (var who : List.of("kid", "bob")) {
            limits.countDownload(who);
            limits.countVideos(who, 40);
        }

        assertThatThrownBy(() -> limits.countDownload("kid"))
                .isInstanceOfSatisfying(
                        MediaNestException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.RATE_LIMIT_EXCEEDED));
        assertThatCode(() -> limits.countDownload("bob")).doesNotThrowAnyException();
        clock.advance(Duration.ofHours(1));
        assertThatCode(() -> limits.countDownload("kid")).doesNotThrowAnyException();
    }

    /// How many requests somebody gets through now.
    private int requestsOf(String userId) {
        int made = 0;
        while (made < 100) {
            try {
                limits.countRequest(userId);
            } catch (MediaNestException e) {
                return made;
            }
            made++;
        }
        return made;
    }
}
