package io.medianest.desktop.download;

import io.medianest.model.download.PlaylistEntry;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/// Which videos of a playlist are wanted: all at first. Belongs to the FX thread.
public final class Picks {
    private final List<Pick> all;
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();

    /// A video of the playlist, ticked or not.
    public record Pick(PlaylistEntry entry, BooleanProperty wantedProperty) {}

    Picks(List<PlaylistEntry> entries) {
        this.all = entries.stream()
                .map(entry -> new Pick(entry, new SimpleBooleanProperty(true)))
                .toList();
        all.forEach(pick -> pick.wantedProperty().subscribe(_ -> recount()));
    }

    public List<Pick> list() {
        return all;
    }

    /// How many are ticked.
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    public void all() {
        all.forEach(pick -> pick.wantedProperty().set(true));
    }

    public void none() {
        all.forEach(pick -> pick.wantedProperty().set(false));
    }

    private void recount() {
        count.set((int) all.stream().filter(pick -> pick.wantedProperty().get()).count());
    }

    /// Their places in the playlist; absent when all are wanted, also those that were not told of.
    @Nullable List<Integer> positions() {
        if (count.get() == all.size()) {
            return null;
        }
        return all.stream()
                .filter(pick -> pick.wantedProperty().get())
                .map(pick -> pick.entry().position())
                .toList();
    }
}
