package io.medianest.server.platform.db;

import java.util.Optional;
import java.util.function.Supplier;

/// What this installation is called by others, made once and kept for ever, and what it has found out about them.
/// Thread-safe.
public final class Installation {
    private final InstallationStore store;

    public Installation(Database database) {
        this.store = database.store(InstallationStore.class);
    }

    /// The value that was kept under a name, if any.
    public Optional<String> find(String name) {
        return store.find(name);
    }

    /// The value that was kept under a name, or the one that is made and kept now. Of two that are made at
    /// the same time one stays, and both callers get that.
    ///
    /// @param name for example `plex.client-identifier`
    public String keep(String name, Supplier<String> maker) {
        return store.find(name).orElseGet(() -> {
            store.insertIfAbsent(name, maker.get());
            return store.find(name).orElseThrow();
        });
    }

    /// Keeps a value in the place of the one before.
    ///
    /// @param content at most 2,000 characters
    public void replace(String name, String content) {
        if (store.update(name, content) == 0) {
            store.insertIfAbsent(name, content);
        }
    }
}
