package io.medianest.desktop.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Where the window is, where it was, and the way there. Belongs to the FX thread.
public final class Navigator {
    private static final int REMEMBERED = 50;

    private final Deque<Route> behind = new ArrayDeque<>();
    private final Deque<Route> ahead = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Route> current;

    public Navigator(Route first) {
        this.current = new ReadOnlyObjectWrapper<>(first);
    }

    public ReadOnlyObjectProperty<Route> currentProperty() {
        return current.getReadOnlyProperty();
    }

    public void go(Route route) {
        if (route.equals(current.get())) {
            return;
        }
        behind.push(current.get());
        if (behind.size() > REMEMBERED) {
            behind.removeLast();
        }
        ahead.clear();
        current.set(route);
    }

    /// Does nothing at the beginning.
    public void back() {
        move(behind, ahead);
    }

    /// Does nothing at the end.
    public void forward() {
        move(ahead, behind);
    }

    private void move(Deque<Route> from, Deque<Route> to) {
        if (from.isEmpty()) {
            return;
        }
        to.push(current.get());
        current.set(from.pop());
    }
}
