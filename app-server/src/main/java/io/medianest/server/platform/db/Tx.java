package io.medianest.server.platform.db;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// A transaction that is under way. Used by the thread that opened it only.
public final class Tx {
    private final Handle handle;
    private final List<Runnable> afterCommit = new ArrayList<>();

    Tx(Handle handle) {
        this.handle = handle;
    }

    /// A store whose statements belong to this transaction.
    public <S> S store(Class<S> type) {
        return handle.attach(type);
    }

    /// Runs `action` once the transaction is durable, and never if it is rolled back.
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void committed() {
        afterCommit.forEach(Runnable::run);
    }
}
