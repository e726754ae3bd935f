package io.medianest.desktop.shell;

import io.medianest.desktop.ui.View;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Parent;

/// Which view shows which route, and the views that exist. Belongs to the FX thread.
public final class Screens {
    /// Screens of one title that are kept, so that going back finds them as they were left.
    private static final int KEPT = 8;

    private final Map<Class<? extends Route>, Maker> makers = new HashMap<>();
    private final Map<Object, Shown> alive = new LinkedHashMap<>(16, 0.75f, true);

    private record Maker(Function<Route, View> view, Function<Route, Object> key) {}

    /// A view and what it built.
    record Shown(View view, Parent node) {}

    /// A screen that exists once.
    public <R extends Route> Screens one(Class<R> route, Supplier<View> view) {
        makers.put(route, new Maker(_ -> view.get(), _ -> route));
        return this;
    }

    /// A screen that exists once for each value of its route.
    public <R extends Route> Screens each(Class<R> route, Function<R, View> view) {
        makers.put(route, new Maker(value -> view.apply(route.cast(value)), value -> value));
        return this;
    }

    boolean has(Class<? extends Route> route) {
        return makers.containsKey(route);
    }

    Shown show(Route route) {
        Maker maker = makers.get(route.getClass());
        if (maker == null) {
            throw new IllegalStateException("No screen is registered for " + route);
        }
        Object key = maker.key().apply(route);
        Shown shown = alive.get(key);
        if (shown == null) {
            View view = maker.view().apply(route);
            shown = new Shown(view, view.create());
            alive.put(key, shown);
            forgetOldest();
        }
        return shown;
    }

    private void forgetOldest() {
        var oldest = alive.entrySet().iterator();
        while (alive.size() > KEPT + makers.size() && oldest.hasNext()) {
            var entry = oldest.next();
            if (entry.getKey() instanceof Route) {
                entry.getValue().view().closed();
                oldest.remove();
            }
        }
    }

    /// Gives up all views; they are made anew when needed, in another language for example.
    public void close() {
        alive.values().forEach(shown -> shown.view().closed());
        alive.clear();
    }
}
