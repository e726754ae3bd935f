package io.medianest.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.shell.Route;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What lies over a screen while a link is dragged above it.
class DropCoverTest {
    private static final double MOSTLY = 0.8;

    @BeforeAll
    static void toolkit() {
        FxToolkit.start();
    }

    @ParameterizedTest(name = "what is under {0} does not show through its words")
    @ValueSource(strings = {"#link-drop", "#download-drop"})
    void veil(String cover) {
        try (var window = new FakeWindow().open()) {
            window.go(new Route.Downloads(null));
            Color veil = FxToolkit.call(() -> {
                Node node = window.stage().getScene().lookup(cover);
                node.setVisible(true);
                node.applyCss();
                return (Color)
                        ((Region) node).getBackground().getFills().getFirst().getFill();
            });
            assertThat(veil.getOpacity()).isGreaterThan(MOSTLY);
        }
    }
}
