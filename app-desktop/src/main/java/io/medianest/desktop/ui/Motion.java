package io.medianest.desktop.ui;

import javafx.animation.FadeTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.util.Duration;

/// Movement: short, and none where the system asks for less.
final class Motion {
    private static final Duration SHORT = Duration.millis(140);

    private Motion() {}

    static void appear(Node node) {
        appear(node, () -> {});
    }

    /// As [#appear(Node)].
    ///
    /// @param whenThere called once it is wholly there
    static void appear(Node node, Runnable whenThere) {
        if (Platform.getPreferences().isReducedMotion()) {
            node.setOpacity(1);
            whenThere.run();
            return;
        }
        var fade = new FadeTransition(SHORT, node);
        fade.setFromValue(0);
        fade.setToValue(1);
        fade.setOnFinished(_ -> whenThere.run());
        fade.play();
    }
}
