package io.medianest.desktop.ui;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.ImagePattern;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Circle;
import javafx.scene.text.Text;

/// A person: a round picture, or initials on a colour of their own.
public final class Avatar extends StackPane {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\-_.]+");
    private static final double TEXT_SHARE = 0.34;

    private final Circle disc;
    private final Text initials;

    public Avatar(String name, double size) {
        this.disc = new Circle(size / 2, paint(name));
        this.initials = new Text(initials(name));
        initials.getStyleClass().add("initials");
        initials.setStyle("-fx-font-size: " + Math.round(size * TEXT_SHARE) + "px;");
        getChildren().addAll(disc, initials);
        getStyleClass().add("avatar");
        setMinSize(size, size);
        setMaxSize(size, size);
        setAccessibleText(name);
    }

    /// Shows a picture, cut to a square from its middle.
    public void show(Image picture) {
        double side = Math.min(picture.getWidth(), picture.getHeight());
        double scale = disc.getRadius() * 2 / side;
        double width = picture.getWidth() * scale;
        double height = picture.getHeight() * scale;
        double left = -disc.getRadius() - (width - disc.getRadius() * 2) / 2;
        double top = -disc.getRadius() - (height - disc.getRadius() * 2) / 4;
        disc.setFill(new ImagePattern(picture, left, top, width, height, false));
        initials.setVisible(false);
    }

    static String initials(String name) {
        String[] words = BLANKS.split(name.strip());
        String letters = Arrays.stream(words)
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining());
        String both = letters.length() <= 2 ? letters : letters.charAt(0) + letters.substring(letters.length() - 1);
        return both.toUpperCase(Locale.ROOT);
    }

    private static Paint paint(String name) {
        double hue = Math.floorMod(name.hashCode() * 47, 360);
        return new LinearGradient(
                0.1,
                0,
                0.9,
                1,
                true,
                CycleMethod.NO_CYCLE,
                new Stop(0, Color.hsb(hue, 0.50, 0.58)),
                new Stop(1, Color.hsb(hue + 35, 0.58, 0.34)));
    }
}
