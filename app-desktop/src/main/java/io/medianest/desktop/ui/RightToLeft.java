package io.medianest.desktop.ui;

import java.text.Bidi;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// Words that are written from right to left are more than JavaFX can break into lines: it fails at a line that ends in
/// them, and with that the whole window stops being drawn. They stay on one line, which ends in “…” where there is no
/// room for all of it.
public final class RightToLeft {
    private static final String WRAPS = "medianest.wraps";

    private RightToLeft() {}

    /// Whether some of it is written from right to left.
    public static boolean isIn(@Nullable String text) {
        return text != null && Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    }

    /// Has a label break into lines only what can be.
    static Label guard(Label label) {
        label.textProperty().subscribe(() -> look(label));
        label.wrapTextProperty().subscribe(() -> look(label));
        look(label);
        return label;
    }

    private static void look(Label label) {
        boolean oneLine = isIn(label.getText());
        if (oneLine && label.isWrapText()) {
            label.getProperties().put(WRAPS, true);
            label.setWrapText(false);
        } else if (!oneLine && label.getProperties().remove(WRAPS) != null) {
            label.setWrapText(true);
        }
    }

    /// Shows a text that breaks at this width, where it can, and at so many letters otherwise.
    public static void show(Text place, String text, double width, int letters) {
        boolean oneLine = isIn(text);
        // First without a width: the text of before may be one that can be broken, or this one not.
        place.setWrappingWidth(0);
        boolean tooLong = oneLine && text.codePointCount(0, text.length()) > letters;
        place.setText(tooLong ? text.substring(0, text.offsetByCodePoints(0, letters)) + "…" : text);
        place.setWrappingWidth(oneLine ? 0 : width);
    }
}
