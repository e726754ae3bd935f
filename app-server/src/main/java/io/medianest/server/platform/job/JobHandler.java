package io.medianest.server.platform.job;

import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.db.Tx;
import java.time.Duration;

/// Does one kind of job. Must be idempotent: after a crash the same job runs again.
public interface JobHandler {
    String kind();

    /// Does the work; returns when it is done for good.
    ///
    /// @throws RuntimeException to have it tried again later, until the attempts are used up;
    ///     [GiveUp] when no repetition can help; [NotYet] when it is too early
    void run(String subject);

    /// Told in the transaction that ends a job whose last attempt has failed: what it was for must not go on as if
    /// somebody still worked on it.
    ///
    /// @param reason the last error, in words
    void dead(Tx tx, String subject, String reason);

    /// Told in the same transaction when somebody has a dead job run again.
    ///
    /// @param by the name of that person
    /// @throws MediaNestException when it must not run again; the job stays dead then
    default void revived(Tx tx, String subject, String by) {}

    /// What a job is about, in words for people.
    default String about(String subject) {
        return subject;
    }

    /// Says that it is too early, through nobody's fault: the job runs again after a pause, and no attempt is
    /// counted. For how long that goes on is up to the handler.
    final class NotYet extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Duration pause;

        public NotYet(Duration pause) {
            super("not yet", null, false, false);
            this.pause = pause;
        }

        public Duration pause() {
            return pause;
        }
    }

    /// Says that trying again is pointless.
    final class GiveUp extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public GiveUp(String reason) {
            super(reason);
        }

        public GiveUp(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}
