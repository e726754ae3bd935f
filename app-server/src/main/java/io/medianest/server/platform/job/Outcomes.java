package io.medianest.server.platform.job;

import io.medianest.server.platform.job.JobStore.ClaimedJob;
import io.medianest.server.platform.observe.Correlation;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How jobs ended, written down even if the database cannot take it at the moment: until then a job would count as
/// running. Thread-safe.
final class Outcomes {
    private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);
    /// Failures are logged the first time, and then at each of so many: about once a minute.
    private static final int LOGGED = 60;

    private final Queue<Outcome> unwritten = new ConcurrentLinkedQueue<>();

    private record Outcome(ClaimedJob job, Runnable writing, int attempts) {}

    /// Runs `writing`, and again later for as long as it fails; it must be harmless to run it twice.
    void write(ClaimedJob job, Runnable writing) {
        attempt(new Outcome(job, () -> Correlation.run(job.correlationId(), writing), 1));
    }

    private void attempt(Outcome outcome) {
        try {
            outcome.writing.run();
        } catch (RuntimeException | Error e) {
            unwritten.add(new Outcome(outcome.job, outcome.writing, outcome.attempts + 1));
            if (outcome.attempts % LOGGED == 1) {
                LOG.error("the outcome of {} could not be written (attempt {})", outcome.job, outcome.attempts, e);
            }
        }
    }

    boolean isEmpty() {
        return unwritten.isEmpty();
    }

    /// Tries each that is left once.
    void writeAgain() {
        for (int left = unwritten.size(); left > 0; left--) {
            var next = unwritten.poll();
            if (next != null) {
                attempt(next);
            }
        }
    }
}
