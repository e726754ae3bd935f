package io.medianest.desktop.status;

import io.medianest.desktop.status.ResponseCurve.Point;
import io.medianest.desktop.ui.Tone;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// Response times as a line over a quiet area. Under the pointer it tells time and value.
final class ResponseChartView extends Region {
    private static final double HEIGHT = 58;
    private static final double DOT = 3.5;

    private final Path area = new Path();
    private final Path line = new Path();
    private final Circle dot = new Circle(DOT);
    private final Label value = new Label();
    private final Function<Point, String> words;
    private ResponseCurve curve = ResponseCurve.NONE;
    private Tone tone = Tone.NEUTRAL;

    /// Empty so far.
    ///
    /// @param words what is said of a point
    ResponseChartView(Function<Point, String> words) {
        super();
        this.words = words;
        getStyleClass().add("response-chart");
        area.getStyleClass().addAll("chart-area", tone.style());
        line.getStyleClass().addAll("chart-line", tone.style());
        dot.getStyleClass().addAll("chart-dot", tone.style());
        value.getStyleClass().add("chart-value");
        area.setManaged(false);
        line.setManaged(false);
        getChildren().addAll(area, line, dot, value);
        hide();
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setOnMouseMoved(this::tell);
        setOnMouseExited(_ -> hide());
    }

    void show(ResponseCurve now, Tone colour) {
        curve = now;
        for (var part : List.of(area, line, dot)) {
            part.getStyleClass().remove(tone.style());
            part.getStyleClass().add(colour.style());
        }
        tone = colour;
        hide();
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        area.getElements().clear();
        line.getElements().clear();
        curve.pieces().forEach(this::draw);
    }

    private void draw(List<Point> piece) {
        Point first = piece.getFirst();
        Point last = piece.getLast();
        area.getElements().add(new MoveTo(x(first), getHeight()));
        line.getElements().add(new MoveTo(x(first), y(first)));
        for (Point point : piece) {
            area.getElements().add(new LineTo(x(point), y(point)));
            line.getElements().add(new LineTo(x(point), y(point)));
        }
        area.getElements().addAll(new LineTo(x(last), getHeight()), new ClosePath());
    }

    private double x(Point point) {
        return point.x() * getWidth();
    }

    private double y(Point point) {
        return (1 - point.y()) * getHeight();
    }

    private void tell(MouseEvent move) {
        Optional<Point> nearest = curve.pieces().stream()
                .flatMap(List::stream)
                .min(Comparator.comparingDouble(point -> Math.abs(x(point) - move.getX())));
        nearest.ifPresent(point -> {
            value.setText(words.apply(point));
            value.autosize();
            double left = x(point) - value.getWidth() / 2;
            value.relocate(Math.clamp(left, 0, Math.max(0, getWidth() - value.getWidth())), -value.getHeight() - 2);
            dot.setCenterX(x(point));
            dot.setCenterY(y(point));
            value.setVisible(true);
            dot.setVisible(true);
        });
    }

    private void hide() {
        value.setVisible(false);
        dot.setVisible(false);
    }
}
