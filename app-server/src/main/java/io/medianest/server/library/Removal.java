package io.medianest.server.library;

import io.medianest.server.platform.db.Tx;
import java.util.HashSet;
import java.util.Set;
import java.util.function.ToIntFunction;

/// Takes titles out of the copy of the library, and tells in the same transaction which are nowhere in it any more: a
/// film can be there twice. Thread-safe.
final class Removal {
    private final LibraryListener listener;

    Removal(LibraryListener listener) {
        this.listener = listener;
    }

    /// @param statement takes out some, and returns how many
    /// @return how many
    int of(Tx tx, ToIntFunction<LibraryStore> statement) {
        var store = tx.store(LibraryStore.class);
        var gone = new HashSet<>(store.titles());
        int removed = statement.applyAsInt(store);
        if (removed > 0) {
            gone.removeAll(store.titles());
            listener.gone(tx, Set.copyOf(gone));
        }
        return removed;
    }
}
