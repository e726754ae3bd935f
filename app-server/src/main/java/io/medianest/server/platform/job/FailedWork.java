package io.medianest.server.platform.job;

import io.medianest.model.admin.DeadLetter;
import java.time.Instant;
import java.util.List;

/// A sort of work that can fail for good, and then waits for somebody to decide about it. Thread-safe.
public interface FailedWork {
    /// What this work is called where it is counted, for example `jobs`.
    String name();

    /// Whether an id is made as those of this work are; it need not be that of anything.
    boolean isOurs(String id);

    /// How much of it has failed.
    long count();

    /// When what has failed did so, the latest first.
    List<Instant> times(int most);

    /// What has failed, the latest first.
    List<DeadLetter> letters(int limit, long offset);

    /// Has it done again, with all its attempts.
    ///
    /// @param by the name of whoever wants it
    /// @throws io.medianest.server.platform.MediaNestException `NOT_FOUND`, or what speaks against it
    void retry(String id, String by);

    /// Has all of it done again, but for what must not be.
    ///
    /// @return how much is
    int retryAll(String by);

    /// Gives it up.
    ///
    /// @throws io.medianest.server.platform.MediaNestException `NOT_FOUND`
    void discard(String id);

    /// @return how much there was
    int discardAll();
}
