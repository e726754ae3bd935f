package io.medianest.desktop.ui;

import java.util.Locale;

/// What a colour means. It never stands without a word.
public enum Tone {
    NEUTRAL,
    ACCENT,
    GOOD,
    WAITING,
    BAD;

    /// The class name in the style sheet.
    public String style() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }
}
