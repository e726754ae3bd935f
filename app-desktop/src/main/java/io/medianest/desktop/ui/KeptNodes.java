package io.medianest.desktop.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// The nodes of a list, one an item: a list that is read again keeps the nodes of what has not changed, and with them
/// the pointer that rests on one, the press that is half done, and the question that is open. Belongs to the FX thread.
public final class KeptNodes<T> {
    private final Pane place;
    private final Function<? super T, ? extends Node> make;
    private final Function<? super T, String> passing;
    private final Map<Shown<T>, Node> nodes = new HashMap<>();

    private record Shown<T>(T item, String passing) {}

    /// @param place gets the nodes, and nothing else
    /// @param make the node of an item, which tells all that is shown of it by [Object#equals(Object)]
    public KeptNodes(Pane place, Function<? super T, ? extends Node> make) {
        this(place, make, _ -> "");
    }

    /// @param place gets the nodes, and nothing else
    /// @param make the node of an item
    /// @param passing what is shown of an item besides, such as how long ago something was
    public KeptNodes(Pane place, Function<? super T, ? extends Node> make, Function<? super T, String> passing) {
        this.place = place;
        this.make = make;
        this.passing = passing;
    }

    /// Shows these, in this order.
    public void show(List<? extends T> items) {
        var now = items.stream()
                .map(item -> new Shown<T>(item, passing.apply(item)))
                .toList();
        nodes.keySet().retainAll(Set.copyOf(now));
        place(place, now.stream().map(this::node).toList());
    }

    private Node node(Shown<T> shown) {
        return nodes.computeIfAbsent(shown, _ -> make.apply(shown.item()));
    }

    /// Puts nodes into a place, unless they are what is there: a node that is taken out and put back loses the press
    /// that is half done.
    public static void place(Pane place, List<? extends Node> nodes) {
        if (!place.getChildren().equals(nodes)) {
            place.getChildren().setAll(nodes);
        }
    }
}
