package io.medianest.desktop.shell;

import io.medianest.desktop.ui.Theme;
import java.util.Optional;
import java.util.prefs.Preferences;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What this window remembers on this machine: look, language, size and place. Belongs to the FX thread.
public final class LocalSettings {
    /// The language of the system.
    public static final String SYSTEM_LANGUAGE = "system";

    private static final String THEME = "theme";
    private static final String LANGUAGE = "language";
    private static final String SET_UP = "set-up";

    private final Preferences store;
    private final ObjectProperty<Theme.Choice> theme = new SimpleObjectProperty<>();
    private final StringProperty language = new SimpleStringProperty();

    /// Where the window was.
    ///
    /// @param maximized whether it filled the screen; the rest is then its size before
    public record Place(double x, double y, double width, double height, boolean maximized) {}

    public LocalSettings(Preferences store) {
        this.store = store;
        theme.set(Theme.Choice.of(store.get(THEME, Theme.Choice.SYSTEM.word())));
        language.set(store.get(LANGUAGE, SYSTEM_LANGUAGE));
        theme.addListener((_, _, now) -> store.put(THEME, now.word()));
        language.addListener((_, _, now) -> store.put(LANGUAGE, now));
    }

    /// Whether somebody has been through the first steps, or has left them out.
    public boolean isSetUp() {
        return store.getBoolean(SET_UP, false);
    }

    public void rememberSetUp() {
        store.putBoolean(SET_UP, true);
    }

    public ObjectProperty<Theme.Choice> themeProperty() {
        return theme;
    }

    /// An IETF tag, or [#SYSTEM_LANGUAGE].
    public StringProperty languageProperty() {
        return language;
    }

    /// Where the window was when it was closed; absent the first time.
    public Optional<Place> place() {
        double width = store.getDouble("width", 0);
        double height = store.getDouble("height", 0);
        if (width <= 0 || height <= 0) {
            return Optional.empty();
        }
        return Optional.of(new Place(
                store.getDouble("x", 0), store.getDouble("y", 0), width, height, store.getBoolean("maximized", false)));
    }

    public void remember(Place place) {
        store.putDouble("x", place.x());
        store.putDouble("y", place.y());
        store.putDouble("width", place.width());
        store.putDouble("height", place.height());
        store.putBoolean("maximized", place.maximized());
    }
}
