package io.medianest.desktop.shell;

import io.medianest.desktop.shell.LocalSettings.Place;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Puts the window where it was, and remembers where it is left.
public final class WindowPlace {
    private static final double MIN_WIDTH = 960;
    private static final double MIN_HEIGHT = 600;
    private static final double FIRST_WIDTH = 1440;
    private static final double FIRST_HEIGHT = 900;
    private static final double FIRST_SHARE = 0.92;

    private final LocalSettings settings;

    public WindowPlace(LocalSettings settings) {
        this.settings = settings;
    }

    public void restore(Stage stage) {
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        settings.place().filter(WindowPlace::isInSight).ifPresentOrElse(place -> put(stage, place), () -> first(stage));
    }

    /// A screen may have been unplugged since.
    private static boolean isInSight(Place place) {
        return !Screen.getScreensForRectangle(place.x(), place.y(), place.width(), place.height())
                .isEmpty();
    }

    private static void put(Stage stage, Place place) {
        stage.setX(place.x());
        stage.setY(place.y());
        stage.setWidth(place.width());
        stage.setHeight(place.height());
        stage.setMaximized(place.maximized());
    }

    private static void first(Stage stage) {
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(FIRST_WIDTH, room.getWidth() * FIRST_SHARE));
        stage.setHeight(Math.min(FIRST_HEIGHT, room.getHeight() * FIRST_SHARE));
        stage.centerOnScreen();
    }

    public void remember(Stage stage) {
        Place before = settings.place().orElse(null);
        if (stage.isMaximized() && before != null) {
            settings.remember(new Place(before.x(), before.y(), before.width(), before.height(), true));
            return;
        }
        settings.remember(
                new Place(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized()));
    }
}
