package io.medianest.desktop.ui;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// The kinds of buttons there are. Each has an id for tests and a name for people who hear the screen.
public final class Buttons {
    private Buttons() {}

    /// The one thing that is meant to be done here.
    public static Button primary(String id, String text, Runnable action) {
        return button(id, text, "primary", action);
    }

    /// One of several things that may be done.
    public static Button plain(String id, String text, Runnable action) {
        return button(id, text, "plain", action);
    }

    /// Looks like a link: leads somewhere, or matters little.
    /// A plain one where there is something to press.
    ///
    /// @return empty without an action
    public static Button[] where(@Nullable Runnable action, String id, String text) {
        return action == null ? new Button[0] : new Button[] {plain(id, text, action)};
    }

    public static Button quiet(String id, String text, Runnable action) {
        return button(id, text, "quiet", action);
    }

    /// Takes something away.
    public static Button danger(String id, String text, Runnable action) {
        return button(id, text, "danger-plain", action);
    }

    /// A picture alone; its name shows when the pointer rests on it.
    public static Button icon(String id, String name, Ikon icon, Runnable action) {
        Button button = button(id, name, "icon-only", action);
        button.setGraphic(new FontIcon(icon));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setTooltip(new Tooltip(name));
        return button;
    }

    private static Button button(String id, String text, String style, Runnable action) {
        var button = new Button(text);
        button.setId(id);
        button.setAccessibleText(text);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().addAll("mn-button", style);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
