package io.medianest.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.shell.Route;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What lies over a screen while a link is dragged above it, and what becomes of what is dropped.
class DropCoverTest {
    private static final double MOSTLY = 0.8;

    @BeforeAll
    static void toolkit() {
        FxToolkit.start();
    }

    @Test
    @DisplayName("words that are no link are judged where links belong")
    void words() {
        try (var window = new FakeWindow().open()) {
            FxToolkit.run(() -> window.wiring().openDropped("medianest:requests"));
            assertThat(window.place()).isInstanceOf(Route.Requests.class);

            FxToolkit.run(() -> window.wiring().openDropped(" just words "));
            assertThat(window.place()).isInstanceOf(Route.Downloads.class);
            assertThat(FxToolkit.call(() -> window.scene().getRoot().lookupAll(".text-field").stream()
                            .map(node -> ((TextField) node).getText())
                            .toList()))
                    .contains("just words");
        }
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
