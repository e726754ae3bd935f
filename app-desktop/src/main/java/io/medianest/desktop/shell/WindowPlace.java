package io.medianest.desktop.shell;

import io.medianest.desktop.shell.LocalSettings.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Puts the window where it was, and remembers where it is left.
public final class WindowPlace {
    private static final double MIN_WIDTH = 960;
    private static final double MIN_HEIGHT = 600;
    /// So much of the upper edge is enough to take hold of.
    private static final double HANDLE = 120;

    /// How high the upper edge is.
    private static final double EDGE = 24;

    private static final double FIRST_WIDTH = 1440;
    private static final double FIRST_HEIGHT = 900;
    private static final double FIRST_SHARE = 0.92;

    private final LocalSettings settings;

    public WindowPlace(LocalSettings settings) {
        this.settings = settings;
    }

    public void restore(Stage stage) {
        // On a small screen the window must not be larger than that.
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(MIN_WIDTH, room.getWidth()));
        stage.setMinHeight(Math.min(MIN_HEIGHT, room.getHeight()));
        List<Rectangle2D> screens =
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        settings.place()
                .flatMap(place -> reachable(place, screens))
                .ifPresentOrElse(place -> put(stage, place), () -> first(stage));
    }

    /// Where the window is put back: on the screen on which enough of its upper edge is in sight to take hold of
    /// it, no larger than that, and moved into it unless all of it is in sight. A screen may have been unplugged or
    /// become smaller since, and somebody else may have written into the store.
    ///
    /// @param screens what of each can be used
    /// @return empty where nobody could take hold of it
    static Optional<Place> reachable(Place place, List<Rectangle2D> screens) {
        if (!Double.isFinite(place.width()) || !Double.isFinite(place.height())) {
            return Optional.empty();
        }
        return screens.stream()
                .map(screen -> reachable(place, screen, screens))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Place> reachable(Place place, Rectangle2D screen, List<Rectangle2D> all) {
        double width = Math.min(place.width(), screen.getWidth());
        double height = Math.min(place.height(), screen.getHeight());
        double left = Math.max(place.x(), screen.getMinX());
        double right = Math.min(place.x() + width, screen.getMaxX());
        boolean edge = place.y() >= screen.getMinY() - EDGE && place.y() <= screen.getMaxY() - EDGE;
        if (!edge || right - left < HANDLE) {
            return Optional.empty();
        }
        var window = new Rectangle2D(place.x(), place.y(), width, height);
        if (isInSight(window, all)) {
            return Optional.of(new Place(place.x(), place.y(), width, height, place.maximized()));
        }
        // Not clamped: on a scaled screen, what is as large as it ends a hair before it begins.
        double x = Math.max(screen.getMinX(), Math.min(place.x(), screen.getMaxX() - width));
        double y = Math.max(screen.getMinY(), Math.min(place.y(), screen.getMaxY() - height));
        return Optional.of(new Place(x, y, width, height, place.maximized()));
    }

    /// Whether each of its corners is on some screen.
    private static boolean isInSight(Rectangle2D window, List<Rectangle2D> screens) {
        return Stream.of(
                        new Point2D(window.getMinX(), window.getMinY()),
                        new Point2D(window.getMaxX(), window.getMinY()),
                        new Point2D(window.getMinX(), window.getMaxY()),
                        new Point2D(window.getMaxX(), window.getMaxY()))
                .allMatch(corner -> screens.stream().anyMatch(screen -> screen.contains(corner)));
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
        if (stage.isIconified()) {
            // Where that is says nothing; on Windows it is far outside.
            return;
        }
        Place before = settings.place().orElse(null);
        if (stage.isMaximized() && before != null) {
            settings.remember(new Place(before.x(), before.y(), before.width(), before.height(), true));
            return;
        }
        settings.remember(
                new Place(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized()));
    }
}
