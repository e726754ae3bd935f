package io.medianest.desktop.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.medianest.desktop.FxToolkit;
import io.medianest.desktop.status.ResponseCurve.Point;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.status.StatusSample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ResponseChartViewTest {
    private static final Instant END = Instant.parse("2026-11-21T18:00:00Z");
    private static final Span SPAN = new Span(END.minus(Duration.ofDays(1)), END, false);
    private static final double WIDTH = 300;

    @BeforeAll
    static void toolkit() {
        FxToolkit.start();
    }

    private static ResponseChartView chart(long ofNoon) {
        List<StatusSample> day = IntStream.rangeClosed(0, 24)
                .mapToObj(
                        hour -> new StatusSample(END.minus(Duration.ofHours(hour)), hour == 12 ? ofNoon : 50 + hour, 1))
                .toList()
                .reversed();
        var chart = new ResponseChartView(new ResponseChartView.Words() {
            @Override
            public String point(Point point) {
                return "point " + point.milliseconds();
            }

            @Override
            public String milliseconds(long milliseconds) {
                return milliseconds + " ms";
            }
        });
        var scene = new Scene(chart, WIDTH, 100);
        chart.show(ResponseCurve.of(day, SPAN), Tone.GOOD, "nothing yet");
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return chart;
    }

    private static Label label(ResponseChartView chart, String query) {
        return (Label) chart.lookup(query);
    }

    @Test
    @DisplayName("an answer beyond the scale is named at its place, and pointing at it tells how slow it was")
    void beyond() {
        FxToolkit.run(() -> {
            ResponseChartView chart = chart(2350);
            Label slowest = label(chart, ".chart-slowest");
            assertThat(slowest.getText()).isEqualTo("2350 ms");
            assertThat(slowest.getBoundsInParent().getCenterX()).isCloseTo(WIDTH / 2, offset(2.0));

            Event.fireEvent(chart, moved(WIDTH / 2));
            assertThat(label(chart, ".chart-value").getText()).isEqualTo("point 2350");
        });
    }

    @Test
    @DisplayName("where all answers fit into the scale, nothing is named")
    void within() {
        FxToolkit.run(
                () -> assertThat(label(chart(120), ".chart-slowest").getText()).isEmpty());
    }

    private static MouseEvent moved(double x) {
        return new MouseEvent(
                MouseEvent.MOUSE_MOVED,
                x,
                20,
                x,
                20,
                MouseButton.NONE,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                null);
    }
}
