package io.medianest.desktop.status;

import io.medianest.desktop.status.ResponseCurve.Point;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Tone;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// Response times as a line over a quiet area, above a scale with its unit. Under the pointer it tells time and value.
/// What lies beyond the scale is marked at its upper edge, with how much the slowest was.
final class ResponseChartView extends Region {
    private static final double HEIGHT = 76;
    private static final double DOT = 3.5;
    private static final double HALF = 0.5;
    /// Above the scale's upper end, for its label.
    private static final double HEAD = 14;
    private static final double ARROW = 5;
    private static final double GAP = 8;

    private final Path area = new Path();
    private final Path line = new Path();
    private final Path arrows = new Path();
    private final Label slowest = Labels.styled("", "chart-scale");
    private final Circle dot = new Circle(DOT);
    private final Label value = new Label();
    private final List<Mark> scale = List.of(new Mark(1), new Mark(HALF), new Mark(0));
    private final Label nothing = Labels.secondary("");
    private final Words words;
    private ResponseCurve curve = ResponseCurve.NONE;
    private Tone tone = Tone.NEUTRAL;

    /// What is said in the chart.
    interface Words {
        /// Of a point: when and how much.
        String point(Point point);

        /// At the scale.
        String milliseconds(long milliseconds);
    }

    /// A line of the scale.
    private record Mark(double share, Line line, Label label) {
        Mark(double share) {
            this(share, new Line(), Labels.styled("", "chart-scale"));
            line.getStyleClass().add("chart-grid");
            line.setManaged(false);
        }
    }

    /// Empty so far.
    ResponseChartView(Words words) {
        super();
        this.words = words;
        getStyleClass().add("response-chart");
        area.getStyleClass().addAll("chart-area", tone.style());
        line.getStyleClass().addAll("chart-line", tone.style());
        dot.getStyleClass().addAll("chart-dot", tone.style());
        arrows.getStyleClass().add("chart-beyond");
        slowest.getStyleClass().add("chart-slowest");
        value.getStyleClass().add("chart-value");
        nothing.setId("chart-nothing");
        area.setManaged(false);
        line.setManaged(false);
        arrows.setManaged(false);
        scale.forEach(mark -> getChildren().addAll(mark.line(), mark.label()));
        getChildren().addAll(area, line, arrows, slowest, nothing, dot, value);
        hide();
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setOnMouseMoved(this::tell);
        setOnMouseExited(_ -> hide());
    }

    /// @param ifNothing what is said where there is too little for a line
    void show(ResponseCurve now, Tone colour, String ifNothing) {
        curve = now;
        for (var part : List.of(area, line, dot)) {
            part.getStyleClass().remove(tone.style());
            part.getStyleClass().add(colour.style());
        }
        tone = colour;
        boolean drawn = now.points() > 1;
        nothing.setText(drawn ? "" : ifNothing);
        scale.forEach(mark -> {
            // The curve runs where the lower ones would stand.
            mark.label().setVisible(drawn && mark.share() == 1);
            mark.line().setVisible(drawn || mark.share() == 0);
            mark.label().setText(words.milliseconds(Math.round(now.top() * mark.share())));
        });
        slowest.setText(curve.beyond().isEmpty() ? "" : words.milliseconds(curve.slowest()));
        hide();
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        scale.forEach(this::place);
        area.getElements().clear();
        line.getElements().clear();
        arrows.getElements().clear();
        if (curve.points() > 1) {
            curve.pieces().forEach(this::draw);
            curve.beyond().forEach(this::point);
        }
        name(curve.beyond());
        nothing.autosize();
        nothing.relocate(
                snapPositionX((getWidth() - nothing.getWidth()) / 2),
                snapPositionY((getHeight() - nothing.getHeight()) / 2));
    }

    private void place(Mark mark) {
        double y = Math.round(height(mark.share())) - HALF;
        mark.line().setStartY(y);
        mark.line().setEndY(y);
        mark.line().setEndX(getWidth());
        mark.label().autosize();
        mark.label().relocate(0, snapPositionY(y - mark.label().getHeight()));
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

    /// An arrow at the upper end of the scale.
    private void point(Point beyond) {
        double tip = height(1);
        arrows.getElements()
                .addAll(
                        new MoveTo(x(beyond) - ARROW, tip + ARROW * 1.6),
                        new LineTo(x(beyond), tip),
                        new LineTo(x(beyond) + ARROW, tip + ARROW * 1.6),
                        new ClosePath());
    }

    /// Above the arrow of the slowest, but not on the label of the scale.
    private void name(List<Point> beyond) {
        slowest.autosize();
        beyond.stream().max(Comparator.comparingLong(Point::milliseconds)).ifPresent(most -> {
            double least = scale.getFirst().label().getWidth() + GAP;
            double left = Math.clamp(
                    x(most) - slowest.getWidth() / 2, least, Math.max(least, getWidth() - slowest.getWidth()));
            slowest.relocate(snapPositionX(left), snapPositionY(height(1) - slowest.getHeight()));
        });
    }

    private double x(Point point) {
        return point.x() * getWidth();
    }

    private double y(Point point) {
        return height(Math.min(1, point.y()));
    }

    private double height(double share) {
        return HEAD + (1 - share) * (getHeight() - HEAD);
    }

    private void tell(MouseEvent move) {
        Optional<Point> nearest = curve.pieces().stream()
                .flatMap(List::stream)
                .min(Comparator.comparingDouble(point -> Math.abs(x(point) - move.getX())));
        nearest.filter(_ -> curve.points() > 1).ifPresent(point -> {
            value.setText(words.point(point));
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
