package io.medianest.server.platform.job;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How work in progress is ended.
final class Endings {
    private static final Logger LOG = LoggerFactory.getLogger(Endings.class);
    private static final Duration LAST_RESORT = Duration.ofSeconds(2);

    private Endings() {}

    /// Takes no more work, waits for what runs, and interrupts what still runs after `deadline`.
    static void await(String what, ExecutorService workers, Duration deadline) {
        workers.shutdown();
        try {
            if (workers.awaitTermination(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            workers.shutdownNow();
            if (!workers.awaitTermination(LAST_RESORT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("some {} did not end in time", what);
            }
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
