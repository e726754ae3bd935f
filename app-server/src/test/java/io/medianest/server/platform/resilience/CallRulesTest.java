package io.medianest.server.platform.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medianest.server.platform.security.Limit;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallRulesTest {
    @Test
    @DisplayName("what is left out stays as it is")
    void partly() {
        var rules = CallRules.USUAL.with("open 2m, rate 7/1s , attempts 1");

        assertThat(rules)
                .isEqualTo(new CallRules(
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(10),
                        5,
                        Duration.ofMinutes(2),
                        3,
                        1,
                        Duration.ofSeconds(1),
                        16,
                        new Limit(7, Duration.ofSeconds(1))));
        assertThat(CallRules.USUAL.with("")).isEqualTo(CallRules.USUAL);
    }

    @Test
    @DisplayName("they are written as they are read, to the millisecond")
    void written() {
        var text = "connect 250ms, read 1m, failures 9, open 1h, trials 1, attempts 2, pause 1500ms, concurrent 4,"
                + " rate 20/1m";

        assertThat(CallRules.USUAL.with(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "read",
                "read soon",
                "read 0s",
                "read 61s",
                "open 2h",
                "failures 0",
                "failures many",
                "concurrent 1001",
                "rate 7",
                "patience 3s",
                "3s"
            })
    @DisplayName("what cannot be read is named")
    void unreadable(String text) {
        assertThatThrownBy(() -> CallRules.USUAL.with("trials 2, " + text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'%s'".formatted(text));
    }
}
