package io.medianest.desktop.ui;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Keeps the keys inside a card while it is open: Tab goes round in it. Afterwards whoever had them before has them
/// again. Belongs to the FX thread.
public final class KeyKeeper {
    private static final int MOST = 100;

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
        from.requestFocusTraversal(direction);
        if (!hasKeys()) {
            round(direction);
        }
        key.consume();
    }

    private void round(TraversalDirection direction) {
        card.requestFocus();
        card.requestFocusTraversal(TraversalDirection.NEXT);
        if (direction == TraversalDirection.NEXT) {
            return;
        }
        Node last = card.getScene().getFocusOwner();
        for (int i = 0; i < MOST && hasKeys(); i++) {
            last = card.getScene().getFocusOwner();
            last.requestFocusTraversal(TraversalDirection.NEXT);
        }
        last.requestFocus();
    }
}
