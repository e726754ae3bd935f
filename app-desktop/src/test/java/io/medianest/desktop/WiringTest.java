package io.medianest.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.shell.Route;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WiringTest {
    @Test
    @DisplayName("links that wait in the field for downloads are still there in another language")
    void linksStay() {
        try (var window = new FakeWindow().open()) {
            window.act(() -> window.wiring().openLink("https://youtu.be/a\nhttps://youtu.be/b"));
            window.act(() -> window.settings.languageProperty().set("de"));
            window.go(new Route.Downloads(null));

            assertThat(window.seen("#download-address"))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            TextField.class,
                            field -> assertThat(field.getText()).isEqualTo("https://youtu.be/a"));
            assertThat(window.shows("#download-leave-following")).isTrue();
        }
    }

    @Test
    @DisplayName("words that are dropped are told to be no link, and take nothing's place")
    void wordsDropped() {
        try (var window = new FakeWindow().open()) {
            window.act(() -> window.wiring().openLink("https://youtu.be/a\nhttps://youtu.be/b"));
            window.go(new Route.Home());
            window.act(() -> window.wiring().openDropped("some words"));

            assertThat(window.shows(".toast")).isTrue();
            assertThat(window.wiring().navigator().currentProperty().get()).isEqualTo(new Route.Home());
            window.go(new Route.Downloads(null));
            assertThat(window.shows("#download-leave-following")).isTrue();
        }
    }
}
