package io.medianest.desktop.shell;

import io.medianest.desktop.ui.Theme;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.prefs.Preferences;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What this window remembers on this machine: look, language, size and place, what closing it means. Belongs to the FX
/// thread.
public final class LocalSettings {
    /// The language of the system.
    public static final String SYSTEM_LANGUAGE = "system";

    /// What closing the window means.
    public enum Closing {
        /// Nobody has decided yet.
        ASK,
        /// The server goes on, and the window comes back from the tray.
        KEEP_SERVING,
        QUIT;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Closing of(String word) {
            return Arrays.stream(values())
                    .filter(choice -> choice.word().equals(word))
                    .findFirst()
                    .orElse(ASK);
        }
    }

    private static final String CLOSING = "closing";
    private static final String ANNOUNCE = "announce";
    private static final String ZOOM = "zoom";
    private static final String LAST = "last.";
    private static final String THEME = "theme";
    private static final String LANGUAGE = "language";
    private static final String SET_UP = "set-up";
    private static final String ELSEWHERE = "elsewhere";

    private final Preferences store;
    private final ObjectProperty<Theme.Choice> theme = new SimpleObjectProperty<>();
    private final StringProperty language = new SimpleStringProperty();
    private final ObjectProperty<Closing> closing = new SimpleObjectProperty<>();
    private final BooleanProperty announcing = new SimpleBooleanProperty();
    private final DoubleProperty zoom = new SimpleDoubleProperty();

    /// Where the window was.
    ///
    /// @param maximized whether it filled the screen; the rest is then its size before
    public record Place(double x, double y, double width, double height, boolean maximized) {}

    public LocalSettings(Preferences store) {
        this.store = store;
        theme.set(Theme.Choice.of(store.get(THEME, Theme.Choice.SYSTEM.word())));
        language.set(store.get(LANGUAGE, SYSTEM_LANGUAGE));
        closing.set(Closing.of(store.get(CLOSING, Closing.ASK.word())));
        announcing.set(store.getBoolean(ANNOUNCE, true));
        zoom.set(Zoom.nearest(store.getDouble(ZOOM, 1)));
        closing.addListener((_, _, now) -> store.put(CLOSING, now.word()));
        announcing.addListener((_, _, now) -> store.putBoolean(ANNOUNCE, now));
        zoom.addListener((_, _, now) -> store.putDouble(ZOOM, now.doubleValue()));
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

    /// The other MediaNest of the house that this window has chosen to be of; empty for the one of this machine.
    public Optional<URI> elsewhere() {
        String address = store.get(ELSEWHERE, "");
        try {
            return address.isEmpty() ? Optional.empty() : Optional.of(new URI(address));
        } catch (URISyntaxException _) {
            // Somebody else has written into the store: better at home than nowhere.
            return Optional.empty();
        }
    }

    public void rememberElsewhere(URI server) {
        store.put(ELSEWHERE, server.toString());
    }

    public void forgetElsewhere() {
        store.remove(ELSEWHERE);
    }

    public ObjectProperty<Theme.Choice> themeProperty() {
        return theme;
    }

    /// An IETF tag, or [#SYSTEM_LANGUAGE].
    public StringProperty languageProperty() {
        return language;
    }

    public ObjectProperty<Closing> closingProperty() {
        return closing;
    }

    /// Whether the system tells of news while the window is not in front.
    public BooleanProperty announcingProperty() {
        return announcing;
    }

    /// How large all of the window is shown; 1 is as designed.
    public DoubleProperty zoomProperty() {
        return zoom;
    }

    /// The screen that was last in front.
    ///
    /// @param installation whose screens they are: each has its own
    public Route lastPlace(String installation) {
        return Links.ofWord(store.get(lastKey(installation), "")).orElseGet(Route.Home::new);
    }

    public void rememberPlace(String installation, Route route) {
        Links.word(route).ifPresent(word -> store.put(lastKey(installation), word));
    }

    /// Keys of such a store must be short.
    private static String lastKey(String installation) {
        return LAST + Integer.toHexString(installation.hashCode());
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
