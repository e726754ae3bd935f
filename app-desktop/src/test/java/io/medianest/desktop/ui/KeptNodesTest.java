package io.medianest.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KeptNodesTest {
    private final VBox place = new VBox();
    private final KeptNodes<String> nodes = new KeptNodes<>(place, _ -> new Region());

    @Test
    @DisplayName("what has not changed keeps its node when the list is read again, wherever it stands then")
    void keeps() {
        nodes.show(List.of("first", "second"));
        Node second = place.getChildren().getLast();

        nodes.show(List.of("new", "second"));
        assertThat(place.getChildren()).hasSize(2).last().isSameAs(second);
        nodes.show(List.of("second", "new"));
        assertThat(place.getChildren()).hasSize(2).first().isSameAs(second);
    }

    @Test
    @DisplayName("what has left leaves nothing behind, and is made anew when it comes again")
    void forgets() {
        nodes.show(List.of("first"));
        Node first = place.getChildren().getFirst();
        nodes.show(List.of());
        assertThat(place.getChildren()).isEmpty();
        nodes.show(List.of("first"));
        assertThat(place.getChildren()).hasSize(1).first().isNotSameAs(first);
    }

    @Test
    @DisplayName("what is shown of an item and passes with time has its node made anew")
    void passes() {
        var minutes = new AtomicInteger();
        var aging = new KeptNodes<String>(place, _ -> new Region(), _ -> minutes + " min ago");
        aging.show(List.of("first"));
        Node first = place.getChildren().getFirst();
        aging.show(List.of("first"));
        assertThat(place.getChildren()).containsExactly(first);

        minutes.incrementAndGet();
        aging.show(List.of("first"));
        assertThat(place.getChildren()).hasSize(1).doesNotContain(first);
    }
}
