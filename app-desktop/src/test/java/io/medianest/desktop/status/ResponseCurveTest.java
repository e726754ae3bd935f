package io.medianest.desktop.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.status.StatusSample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ResponseCurveTest {
    private static final Instant END = Instant.parse("2026-11-21T18:00:00Z");
    private static final Span SPAN = new Span(END.minus(Duration.ofDays(1)), END, false);

    private static StatusSample sample(int hoursBefore, @Nullable Long time) {
        return new StatusSample(END.minus(Duration.ofHours(hoursBefore)), time, time == null ? 0 : 1);
    }

    @Test
    @DisplayName("time runs from left to right, and the slowest answer is the highest")
    void places() {
        var curve = ResponseCurve.of(List.of(sample(24, 20L), sample(12, 120L), sample(0, 70L)), SPAN);
        assertThat(curve.fastest()).isEqualTo(20);
        assertThat(curve.slowest()).isEqualTo(120);
        var points = curve.pieces().getFirst();
        assertThat(points).extracting(ResponseCurve.Point::x).containsExactly(0.0, 0.5, 1.0);
        assertThat(curve.top()).isEqualTo(120);
        assertThat(points).extracting(ResponseCurve.Point::y).containsExactly(20.0 / 120, 1.0, 70.0 / 120);
    }

    @Test
    @DisplayName("where nothing answered the curve is interrupted")
    void interrupted() {
        var curve = ResponseCurve.of(List.of(sample(20, 20L), sample(16, null), sample(12, 40L), sample(8, 30L)), SPAN);
        assertThat(curve.pieces()).extracting(List::size).containsExactly(1, 2);
    }

    @Test
    @DisplayName("one answer of many that was far slower lies beyond the scale, a slow hour of a day does not")
    void beyond() {
        var day = new ArrayList<StatusSample>();
        for (int hour = 24; hour > 0; hour--) {
            day.add(sample(hour, 40L + hour));
        }
        day.set(5, sample(19, 2350L));
        var curve = ResponseCurve.of(day, SPAN);
        assertThat(curve.top()).isEqualTo(80);
        assertThat(curve.slowest()).isEqualTo(2350);
        assertThat(curve.beyond()).extracting(ResponseCurve.Point::milliseconds).containsExactly(2350L);

        day.set(6, sample(18, 2100L));
        assertThat(ResponseCurve.of(day, SPAN).beyond()).isEmpty();
        day.set(5, sample(19, 150L));
        day.set(6, sample(18, 150L));
        assertThat(ResponseCurve.of(day, SPAN).beyond()).isEmpty();
        assertThat(ResponseCurve.of(day.subList(0, 10), SPAN).top()).isEqualTo(160);
    }

    @Test
    @DisplayName("what lies outside the window does not count, and the scale ends with a round number")
    void outside() {
        var curve = ResponseCurve.of(List.of(sample(30, 900L), sample(3, 50L), sample(1, 50L)), SPAN);
        assertThat(curve.slowest()).isEqualTo(50);
        assertThat(curve.top()).isEqualTo(50);
        assertThat(ResponseCurve.of(List.of(sample(1, 53L)), SPAN).top()).isEqualTo(60);
        assertThat(ResponseCurve.of(List.of(sample(1, 1L)), SPAN).top()).isEqualTo(4);
        assertThat(ResponseCurve.of(List.of(sample(1, 1210L)), SPAN).top()).isEqualTo(1600);
        assertThat(ResponseCurve.of(List.of(), SPAN).pieces()).isEmpty();
    }
}
