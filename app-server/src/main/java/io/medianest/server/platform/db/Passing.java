package io.medianest.server.platform.db;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/// What is handed out for a few minutes and may be given back to another server of the household. Thread-safe.
public final class Passing {
    private final Database database;
    private final String kind;
    private final Clock clock;

    /// @param kind keeps the names of one use apart from those of others
    public Passing(Database database, String kind, Clock clock) {
        this.database = database;
        this.kind = kind;
        this.clock = clock;
    }

    /// Remembers something, and forgets all that is over.
    public void put(String name, String content, Instant until) {
        database.run(tx -> {
            var store = tx.store(PassingStore.class);
            store.prune(clock.instant());
            store.insert(kind, name, content, until);
        });
    }

    /// What was put there and is not over.
    public Optional<String> find(String name) {
        return database.store(PassingStore.class).find(kind, name, clock.instant());
    }

    /// As [#find]; only the first that comes gets it.
    public Optional<String> take(String name) {
        return database.inside(tx -> {
            var store = tx.store(PassingStore.class);
            return store.find(kind, name, clock.instant()).filter(found -> store.delete(kind, name) > 0);
        });
    }
}
