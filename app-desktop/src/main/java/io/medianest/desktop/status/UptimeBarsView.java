package io.medianest.desktop.status;

import io.medianest.desktop.ui.Tone;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// Up and down over time, as a row of small bars.
final class UptimeBarsView extends Region {
    static final int COUNT = 60;
    private static final double HEIGHT = 16;
    private static final double GAP = 2;
    private static final double RADIUS = 2;
    private static final double WELL = 0.995;
    private static final double POORLY = 0.8;

    /// Empty so far.
    UptimeBarsView() {
        super();
        getStyleClass().add("uptime-bars");
        IntStream.range(0, COUNT).forEach(_ -> getChildren().add(bar()));
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        show(new UptimeBars(IntStream.range(0, COUNT)
                .mapToObj(_ -> Optional.<Double>empty())
                .toList()));
    }

    private static Rectangle bar() {
        var bar = new Rectangle();
        bar.setArcWidth(RADIUS * 2);
        bar.setArcHeight(RADIUS * 2);
        bar.setManaged(false);
        return bar;
    }

    void show(UptimeBars uptime) {
        for (int i = 0; i < COUNT; i++) {
            Tone tone = uptime.bars().get(i).map(UptimeBarsView::tone).orElse(Tone.NEUTRAL);
            getChildren().get(i).getStyleClass().setAll("uptime-bar", tone.style());
        }
    }

    private static Tone tone(double share) {
        if (share >= WELL) {
            return Tone.GOOD;
        }
        return share >= POORLY ? Tone.WAITING : Tone.BAD;
    }

    @Override
    protected void layoutChildren() {
        double step = (getWidth() + GAP) / COUNT;
        for (int i = 0; i < COUNT; i++) {
            var bar = (Rectangle) getChildren().get(i);
            bar.setX(i * step);
            bar.setWidth(Math.max(1, step - GAP));
            bar.setHeight(HEIGHT);
        }
    }
}
