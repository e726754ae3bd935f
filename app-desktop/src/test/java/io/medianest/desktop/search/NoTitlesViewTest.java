package io.medianest.desktop.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FxToolkit;
import io.medianest.desktop.ui.Texts;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NoTitlesViewTest {
    private final SimpleBooleanProperty mine = new SimpleBooleanProperty(true);
    private final SimpleBooleanProperty lacking = new SimpleBooleanProperty(true);
    private final AtomicInteger gone = new AtomicInteger();
    private final Region nothing = new Region();

    private final Parent view = FxToolkit.call(() -> new NoTitlesView(
            new Texts(Locale.UK, Clock.systemUTC()),
            new CatalogueWay(mine, gone::incrementAndGet),
            nothing,
            lacking,
            "Titles appear here."));

    private List<Node> shown() {
        return view.getChildrenUnmodifiable().stream().filter(Node::isVisible).toList();
    }

    @Test
    @DisplayName("without a catalogue who looks after the household is led to where one is set up")
    void mine() {
        FxToolkit.run(() -> ((Button) shown().getFirst().lookup("#set-up-services")).fire());
        assertThat(shown()).hasSize(1);
        assertThat(gone).hasValue(1);
    }

    @Test
    @DisplayName("others are told who can do that, and are led nowhere")
    void others() {
        FxToolkit.run(() -> mine.set(false));
        assertThat(shown()).hasSize(1);
        assertThat(shown().getFirst().lookup("#set-up-services")).isNull();
        assertThat(shown()).doesNotContain(nothing);
    }

    @Test
    @DisplayName("a catalogue without titles is no missing one")
    void nothing() {
        FxToolkit.run(() -> lacking.set(false));
        assertThat(shown()).containsExactly(nothing);
    }
}
