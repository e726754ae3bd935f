package io.medianest.desktop.ui;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Keeps the keys inside a card while it is open: Tab goes round in it. Afterwards whoever had them before has them
/// again. Belongs to the FX thread.
public final class KeyKeeper {
    private final Parent card;
    private @Nullable Node before;

    /// @param card lies over what must not be reached while it is open
    public KeyKeeper(Parent card) {
        this.card = card;
        card.addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
    }

    /// The card opens, or is asked to while it is open: to be called before anything in it is given the keys.
    public void opens() {
        if (!hasKeys()) {
            before = card.getScene() == null ? null : card.getScene().getFocusOwner();
        }
    }

    /// The card has closed.
    public void closed() {
        giveBack(before);
        before = null;
    }

    /// Closes the card. Where others have taken the keys meanwhile, they keep them.
    ///
    /// @param hide has it disappear
    public void close(Runnable hide) {
        boolean ours = hasKeys();
        hide.run();
        if (ours) {
            giveBack(before);
        }
        before = null;
    }

    /// Gives the keys back to whoever had them, if that is still to be seen.
    public static void giveBack(@Nullable Node node) {
        if (node != null && node.getScene() != null && !node.isDisabled() && isShown(node)) {
            node.requestFocus();
        }
    }

    private static boolean isShown(Node node) {
        Node at = node;
        while (at != null && at.isVisible()) {
            at = at.getParent();
        }
        return at == null;
    }

    /// Whether something in the card has the keys.
    public boolean hasKeys() {
        Node at = card.getScene() == null ? null : card.getScene().getFocusOwner();
        while (at != null && !at.equals(card)) {
            at = at.getParent();
        }
        return at != null;
    }

    private void typed(KeyEvent key) {
        boolean plain = !key.isShortcutDown() && !key.isAltDown();
        if (key.getCode() != KeyCode.TAB || !plain || !(key.getTarget() instanceof Node from)) {
            return;
        }
        var direction = key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT;
        List<Node> stops = stops(card).toList();
        key.consume();
        if (from.equals(card) || isEnd(from, stops, direction)) {
            round(stops, direction);
            return;
        }
        from.requestFocusTraversal(direction);
        if (!hasKeys()) {
            round(stops, direction);
        }
    }

    /// What Tab comes to, in its order.
    private static Stream<Node> stops(Parent parent) {
        return parent.getChildrenUnmodifiable().stream()
                .filter(child -> child.isVisible() && !child.isDisabled())
                .flatMap(child -> Stream.concat(
                        Stream.of(child).filter(Node::isFocusTraversable),
                        child instanceof Parent inner ? stops(inner) : Stream.empty()));
    }

    private static boolean isEnd(Node node, List<Node> stops, TraversalDirection direction) {
        return !stops.isEmpty()
                && node.equals(direction == TraversalDirection.NEXT ? stops.getLast() : stops.getFirst());
    }

    /// From one end to the other, by a step from what is beside that: whoever is only given the keys does not show that
    /// they came by a key.
    private static void round(List<Node> stops, TraversalDirection direction) {
        int count = stops.size();
        if (count == 1) {
            stops.getFirst().requestFocus();
        } else if (count > 1 && direction == TraversalDirection.NEXT) {
            stops.get(1).requestFocusTraversal(TraversalDirection.PREVIOUS);
        } else if (count > 1) {
            stops.get(count - 2).requestFocusTraversal(TraversalDirection.NEXT);
        }
    }
}
