package io.medianest.desktop.ui;

import javafx.scene.control.Label;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// The few kinds of text there are. Sizes and colours are in the style sheet.
public final class Labels {
    private Labels() {}

    /// The name of a screen.
    public static Label title(String text) {
        return styled(text, "title");
    }

    /// The name of a part of a screen.
    public static Label section(String text) {
        return styled(text, "section");
    }

    /// What a person reads first: a name.
    public static Label strong(String text) {
        return styled(text, "strong");
    }

    /// What explains.
    public static Label secondary(String text) {
        return styled(text, "secondary");
    }

    /// A small word in the colour of its meaning.
    public static Label toned(String text, Tone tone) {
        return styled(text, "toned", tone.style());
    }

    public static Label styled(String text, String... styles) {
        var label = new Label(text);
        label.getStyleClass().addAll(styles);
        return RightToLeft.guard(label);
    }

    public static FontIcon icon(Ikon icon) {
        return new FontIcon(icon);
    }
}
