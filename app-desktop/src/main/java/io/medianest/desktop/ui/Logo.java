package io.medianest.desktop.ui;

import javafx.geometry.Insets;
import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.transform.Scale;

/// The program's sign, a nest in a rounded square, drawn at any size; [LogoPixels] has it for icons.
public final class Logo extends StackPane {
    private static final double DRAWN = 26;
    private static final String NEST = "M 7 10.5 A 6 6.6 0 0 0 19 10.5";

    public Logo(double size) {
        var square = new Rectangle(DRAWN, DRAWN);
        square.setArcWidth(14);
        square.setArcHeight(14);
        square.setFill(new LinearGradient(
                0,
                0,
                1,
                1,
                true,
                CycleMethod.NO_CYCLE,
                new Stop(0, Color.web("#37c99e")),
                new Stop(0.45, Color.web("#5f9fd6")),
                new Stop(1, Color.web("#6d6bff"))));
        var nest = new SVGPath();
        nest.setContent(NEST);
        nest.setFill(Color.TRANSPARENT);
        nest.setStroke(Color.WHITE);
        nest.setStrokeWidth(2.6);
        nest.setStrokeLineCap(StrokeLineCap.ROUND);
        var drawing = new Group(square, nest);
        drawing.getTransforms().add(new Scale(size / DRAWN, size / DRAWN));
        getChildren().add(new Group(drawing));
        setMinSize(size, size);
        setMaxSize(size, size);
        setPadding(Insets.EMPTY);
    }
}
