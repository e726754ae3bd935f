package io.medianest.desktop.status;

import io.medianest.desktop.ui.Tone;
import java.util.Optional;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// Up and down over time, as a row of small bars.
final class UptimeBarsView extends Region {
    static final int MOST = 60;
    private static final double HEIGHT = 16;
    private static final double GAP = 2;
    private static final double RADIUS = 2;
    private static final double WELL = 0.995;
    private static final double POORLY = 0.8;

    /// Empty so far.
    UptimeBarsView() {
        super();
        getStyleClass().add("uptime-bars");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
    }

    private static Rectangle bar() {
        var bar = new Rectangle();
        bar.setArcWidth(RADIUS * 2);
        bar.setArcHeight(RADIUS * 2);
        bar.setManaged(false);
        return bar;
    }

    void show(UptimeBars uptime) {
        getChildren().clear();
        for (Optional<Double> share : uptime.bars()) {
            Rectangle bar = bar();
            Tone tone = share.map(UptimeBarsView::tone).orElse(Tone.NEUTRAL);
            bar.getStyleClass().setAll("uptime-bar", tone.style());
            getChildren().add(bar);
        }
        requestLayout();
    }

    private static Tone tone(double share) {
        if (share >= WELL) {
            return Tone.GOOD;
        }
        return share >= POORLY ? Tone.WAITING : Tone.BAD;
    }

    @Override
    protected void layoutChildren() {
        double step = (getWidth() + GAP) / getChildren().size();
        for (int i = 0; i < getChildren().size(); i++) {
            var bar = (Rectangle) getChildren().get(i);
            bar.setX(i * step);
            bar.setWidth(Math.max(1, step - GAP));
            bar.setHeight(HEIGHT);
        }
    }
}
