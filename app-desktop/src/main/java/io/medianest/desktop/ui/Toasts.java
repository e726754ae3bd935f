package io.medianest.desktop.ui;

import io.medianest.desktop.api.ApiException;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Short notes at the lower right of what happened; they leave by themselves, or on a click.
public final class Toasts extends VBox implements Notices {
    private static final Duration STAY = Duration.seconds(5);
    private static final int AT_MOST = 4;

    private final Texts texts;

    public Toasts(Texts texts) {
        this.texts = texts;
        setId("toasts");
        getStyleClass().add("toasts");
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
    }

    @Override
    public void tell(Tone tone, String key, Object... arguments) {
        show(texts.get(key, arguments), tone);
    }

    @Override
    public void problem(ApiException problem) {
        show(texts.problem(problem), Tone.BAD);
    }

    private void show(String text, Tone tone) {
        var light = new Region();
        light.getStyleClass().addAll("light", tone.style());
        var words = new Label(text);
        words.setWrapText(true);
        var toast = new HBox(light, words);
        toast.getStyleClass().add("toast");
        toast.setAccessibleRole(AccessibleRole.TEXT);
        toast.setAccessibleText(text);
        toast.setOnMouseClicked(_ -> getChildren().remove(toast));
        if (getChildren().size() == AT_MOST) {
            getChildren().removeFirst();
        }
        getChildren().add(toast);
        Motion.appear(toast);
        leaveLater(toast);
    }

    private void leaveLater(HBox toast) {
        var stay = new PauseTransition(STAY);
        stay.setOnFinished(_ -> getChildren().remove(toast));
        toast.setOnMouseEntered(_ -> stay.stop());
        toast.setOnMouseExited(_ -> stay.playFromStart());
        stay.play();
    }
}
