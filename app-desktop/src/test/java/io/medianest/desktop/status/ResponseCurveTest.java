package io.medianest.desktop.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.medianest.model.status.StatusSample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ResponseCurveTest {
    private static final Instant END = Instant.parse("2026-11-21T18:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private static StatusSample sample(int hoursBefore, @Nullable Long time) {
        return new StatusSample(END.minus(Duration.ofHours(hoursBefore)), time, time == null ? 0 : 1);
    }

    @Test
    @DisplayName("time runs from left to right, and the slowest answer is the highest")
    void places() {
        var curve = ResponseCurve.of(List.of(sample(24, 20L), sample(12, 120L), sample(0, 70L)), END, DAY);
        assertThat(curve.fastest()).isEqualTo(20);
        assertThat(curve.slowest()).isEqualTo(120);
        var points = curve.pieces().getFirst();
        assertThat(points).extracting(ResponseCurve.Point::x).containsExactly(0.0, 0.5, 1.0);
        assertThat(points.get(1).y()).isCloseTo(0.88, within(1e-9));
        assertThat(points.get(0).y()).isCloseTo(0.12, within(1e-9));
    }

    @Test
    @DisplayName("where nothing answered the curve is interrupted")
    void interrupted() {
        var curve =
                ResponseCurve.of(List.of(sample(20, 20L), sample(16, null), sample(12, 40L), sample(8, 30L)), END, DAY);
        assertThat(curve.pieces()).extracting(List::size).containsExactly(1, 2);
    }

    @Test
    @DisplayName("what lies outside the window does not count, and equal times run through the middle")
    void outside() {
        var curve = ResponseCurve.of(List.of(sample(30, 900L), sample(3, 50L), sample(1, 50L)), END, DAY);
        assertThat(curve.slowest()).isEqualTo(50);
        assertThat(curve.pieces().getFirst()).allMatch(point -> point.y() == 0.5);
        assertThat(ResponseCurve.of(List.of(), END, DAY).pieces()).isEmpty();
    }
}
