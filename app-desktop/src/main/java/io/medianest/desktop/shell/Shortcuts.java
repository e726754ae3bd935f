package io.medianest.desktop.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The keys that work everywhere in the window.
final class Shortcuts {
    private static final List<KeyCode> DIGITS = List.of(
            KeyCode.DIGIT1,
            KeyCode.DIGIT2,
            KeyCode.DIGIT3,
            KeyCode.DIGIT4,
            KeyCode.DIGIT5,
            KeyCode.DIGIT6,
            KeyCode.DIGIT7);
    /// As they stand in the rail.
    private static final List<Route> PLACES = List.of(
            new Route.Home(),
            new Route.Search(),
            new Route.Requests(null),
            new Route.Downloads(null),
            new Route.Library(null),
            new Route.Status(),
            new Route.Notifications());

    private final Map<KeyCombination, Runnable> actions = new LinkedHashMap<>();

    /// What the frame does itself.
    record Actions(Runnable search, Runnable refresh, Runnable copyLink, Runnable toasts) {}

    Shortcuts(Navigator navigator, Screens screens, Actions frame) {
        on(KeyCode.K, frame.search(), KeyCombination.SHORTCUT_DOWN);
        on(KeyCode.LEFT, navigator::back, KeyCombination.ALT_DOWN);
        on(KeyCode.RIGHT, navigator::forward, KeyCombination.ALT_DOWN);
        on(KeyCode.F5, frame.refresh());
        on(KeyCode.F6, frame.toasts());
        on(KeyCode.C, frame.copyLink(), KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
        on(KeyCode.COMMA, () -> navigator.go(new Route.Settings()), KeyCombination.SHORTCUT_DOWN);
        for (int i = 0; i < PLACES.size(); i++) {
            Route place = PLACES.get(i);
            if (screens.has(place.getClass())) {
                on(DIGITS.get(i), () -> navigator.go(place), KeyCombination.SHORTCUT_DOWN);
            }
        }
    }

    private void on(KeyCode code, Runnable action, KeyCombination.Modifier... modifiers) {
        actions.put(new KeyCodeCombination(code, modifiers), action);
    }

    void typed(KeyEvent key) {
        for (var entry : actions.entrySet()) {
            if (entry.getKey().match(key)) {
                entry.getValue().run();
                key.consume();
                return;
            }
        }
    }
}
