package io.medianest.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DemoPastTest {
    private static final Instant NOW = Instant.parse("2026-11-21T18:00:00Z");

    private static List<DemoPast.Check> of(String service) {
        return DemoPast.until(NOW).stream()
                .filter(check -> check.service().equals(service))
                .toList();
    }

    @Test
    @DisplayName("the invented month reaches up to now, and looks closely at its last day")
    void month() {
        var plex = of("plex");
        assertThat(plex.getFirst().at()).isEqualTo(NOW.minus(Duration.ofDays(30)));
        assertThat(plex.getLast().at())
                .isAfter(NOW.minus(Duration.ofMinutes(5)))
                .isBefore(NOW);
        assertThat(plex).isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()));
        assertThat(DemoPast.until(NOW)).hasSizeLessThan(10_000);
    }

    @Test
    @DisplayName("answer times wander, and nothing is silent for long")
    void believable() {
        var overseerr = of("overseerr");
        long silent =
                overseerr.stream().filter(check -> check.responseTime() == null).count();
        assertThat(silent).isBetween(1L, 20L);
        var times = overseerr.stream()
                .map(DemoPast.Check::responseTime)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .summaryStatistics();
        assertThat(times.getMin()).isGreaterThan(20);
        assertThat(times.getMax()).isLessThan(120).isGreaterThan(times.getMin() + 20);
    }
}
