package io.medianest.desktop.ui;

import javafx.scene.control.Label;

/// A word in a small coloured box.
public final class Chip extends Label {
    public Chip(String text, Tone tone) {
        super(text);
        getStyleClass().addAll("chip", tone.style());
        setMinWidth(USE_PREF_SIZE);
    }
}
