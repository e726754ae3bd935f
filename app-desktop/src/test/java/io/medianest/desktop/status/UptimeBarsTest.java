package io.medianest.desktop.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.status.StatusSample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UptimeBarsTest {
    private static final Instant END = Instant.parse("2026-11-21T18:00:00Z");
    private static final Span SPAN = new Span(END.minus(Duration.ofDays(1)), END, false);

    private static StatusSample sample(Duration before, double uptime) {
        return new StatusSample(END.minus(before), 40L, uptime);
    }

    @Test
    @DisplayName("half-hourly checks make a bar each, in their order")
    void oneEach() {
        var samples = IntStream.range(0, 48)
                .mapToObj(i -> sample(Duration.ofMinutes(30L * (48 - i)), i == 31 ? 0.5 : 1))
                .toList();
        var bars = UptimeBars.of(samples, SPAN, 60).bars();
        assertThat(bars).hasSize(48).doesNotContain(Optional.empty());
        assertThat(bars.get(31)).contains(0.5);
        assertThat(bars.get(30)).contains(1.0);
    }

    @Test
    @DisplayName("frequent checks are averaged, and what was not checked stays empty")
    void averaged() {
        var samples = List.of(
                sample(Duration.ofHours(30), 0),
                sample(Duration.ofMinutes(3), 1),
                sample(Duration.ofMinutes(2), 0),
                sample(Duration.ofMinutes(1), 1),
                sample(Duration.ZERO, 0));
        var bars = UptimeBars.of(samples, SPAN, 60).bars();
        assertThat(bars).hasSize(60);
        assertThat(bars.getLast()).contains(0.5);
        assertThat(bars.subList(0, 59)).containsOnly(Optional.empty());
    }

    @Test
    @DisplayName("without checks all bars are empty")
    void none() {
        assertThat(UptimeBars.of(List.of(), SPAN, 60).bars()).hasSize(60).containsOnly(Optional.empty());
    }
}
