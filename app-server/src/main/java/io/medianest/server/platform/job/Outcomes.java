package io.medianest.server.platform.job;

import io.medianest.server.platform.job.JobStore.ClaimedJob;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How jobs ended, written down even if the database cannot take it at the moment: until then a job would count as
/// running. Thread-safe.
final class Outcomes {
    private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);
    private static final int ATTEMPTS = 1000;

    private final Queue<Outcome> unwritten = new ConcurrentLinkedQueue<>();

    private record Outcome(ClaimedJob job, Runnable writing, int attempts) {}

    /// Runs `writing`, and again later if it fails; it must be harmless to run it twice.
    void write(ClaimedJob job, Runnable writing) {
        attempt(new Outcome(job, writing, 1));
    }

    private void attempt(Outcome outcome) {
        try {
            outcome.writing.run();
        } catch (RuntimeException e) {
            LOG.error("the outcome of {} could not be written (attempt {})", outcome.job, outcome.attempts, e);
            if (outcome.attempts < ATTEMPTS) {
                unwritten.add(new Outcome(outcome.job, outcome.writing, outcome.attempts + 1));
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
