package io.medianest.server.platform.job;

import io.medianest.server.platform.db.Tx;

/// Takes work into the job table. Thread-safe.
public interface Jobs {
    /// Adds a job to a transaction: it becomes due with the commit, and never exists when that fails. The
    /// same job never waits twice; one that runs already runs once more afterwards, since it may have read
    /// what was changed now.
    void add(Tx tx, NewJob job);
}
