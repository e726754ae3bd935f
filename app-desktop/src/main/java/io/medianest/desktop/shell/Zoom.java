package io.medianest.desktop.shell;

import io.medianest.desktop.ui.RoundedPicture;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.stage.Window;

/// Shows all of the window larger or smaller: Ctrl with plus, minus or 0. Whatever is inside has less room the larger
/// it is, and arranges itself as in a smaller window.
final class Zoom extends Region {
    private static final List<Double> STEPS = List.of(0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0);
    private static final double USUAL = 1;

    private final Parent content;
    private final DoubleProperty factor;
    private final Scale scale = new Scale();

    Zoom(Parent content, DoubleProperty factor) {
        this.content = content;
        this.factor = factor;
        content.getTransforms().add(scale);
        getChildren().add(content);
        getStyleClass().add("shell");
        // Bound, not listened to: the factor outlives this content, and would keep it.
        scale.xProperty().bind(factor);
        scale.yProperty().bind(factor);
        scale.xProperty().subscribe(_ -> {
            requestLayout();
            RoundedPicture.sharpen(content);
        });
        sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::outputScaleXProperty)
                .subscribe(_ -> RoundedPicture.sharpen(content));
        addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
    }

    /// The nearest step there is, for what was remembered.
    static double nearest(double wished) {
        return STEPS.stream()
                .min((one, other) -> Double.compare(Math.abs(one - wished), Math.abs(other - wished)))
                .orElse(USUAL);
    }

    private void typed(KeyEvent key) {
        if (!key.isShortcutDown() || key.isAltDown()) {
            return;
        }
        KeyCode code = key.getCode();
        switch (code) {
            case PLUS, EQUALS, ADD -> step(1);
            case MINUS, SUBTRACT -> step(-1);
            case DIGIT0, NUMPAD0 -> factor.set(USUAL);
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void step(int by) {
        int at = STEPS.indexOf(nearest(factor.get()));
        factor.set(STEPS.get(Math.clamp(at + by, 0, STEPS.size() - 1)));
    }

    @Override
    protected void layoutChildren() {
        double times = factor.get();
        content.resize(snapSizeX(getWidth() / times), snapSizeY(getHeight() / times));
        positionInArea(content, 0, 0, content.getLayoutBounds().getWidth(), 0, 0, HPos.LEFT, VPos.TOP);
    }
}
