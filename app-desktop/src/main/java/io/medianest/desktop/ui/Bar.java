package io.medianest.desktop.ui;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/// How far something is.
public final class Bar extends Region {
    private static final double THICKNESS = 6;

    private final Region done = new Region();
    private double share;
    private Tone tone = Tone.ACCENT;

    /// Empty so far.
    ///
    /// @param name what it is that advances, for people who hear the screen
    public Bar(String name) {
        getStyleClass().add("bar");
        done.getStyleClass().addAll("bar-done", tone.style());
        getChildren().add(done);
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        setAccessibleText(name);
        setMinHeight(THICKNESS);
        setMaxHeight(THICKNESS);
        setPrefHeight(THICKNESS);
    }

    /// Moves the end of the bar.
    ///
    /// @param now 0 to 1
    public void show(double now, Tone colour) {
        share = Math.clamp(now, 0, 1);
        if (colour != tone) {
            done.getStyleClass().remove(tone.style());
            tone = colour;
            done.getStyleClass().add(tone.style());
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        done.resizeRelocate(0, 0, snapSizeX(getWidth() * share), getHeight());
    }
}
