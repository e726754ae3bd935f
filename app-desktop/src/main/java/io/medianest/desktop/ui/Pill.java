package io.medianest.desktop.ui;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A word on a wash of its colour: quieter than a [Chip], for lists in which there are many.
public final class Pill extends StackPane {
    private final Region wash = new Region();
    private final Label word = new Label();
    private Tone tone = Tone.NEUTRAL;

    /// Without a word so far.
    public Pill() {
        super();
        wash.getStyleClass().addAll("pill-wash", tone.style());
        word.getStyleClass().addAll("pill-word", tone.style());
        getStyleClass().add("pill");
        getChildren().addAll(wash, word);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    public void show(String text, Tone colour) {
        word.setText(text);
        for (Region part : new Region[] {wash, word}) {
            part.getStyleClass().remove(tone.style());
            part.getStyleClass().add(colour.style());
        }
        tone = colour;
    }
}
