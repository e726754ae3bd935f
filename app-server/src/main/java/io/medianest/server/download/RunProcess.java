package io.medianest.server.download;

import io.medianest.server.ytdlp.Fetch;
import io.medianest.server.ytdlp.Leftovers;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The process that a run is at. Whoever stops it need not know whether it has begun: one that comes to be afterwards
/// is ended at once. Thread-safe.
final class RunProcess {
    private static final Logger LOG = LoggerFactory.getLogger(RunProcess.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(15);

    private final ReentrantLock lock = new ReentrantLock();
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable Fetch fetch;
    private @Nullable Leftovers stopped;

    /// @return whether it may go on; it is ended already where not
    boolean begun(Fetch begun) {
        @Nullable Leftovers already;
        lock.lock();
        try {
            fetch = begun;
            already = stopped;
        } finally {
            lock.unlock();
        }
        if (already != null) {
            begun.stop(already);
        }
        return already == null;
    }

    /// The whole run is over.
    void end() {
        ended.countDown();
    }

    /// What is to become of what has arrived; null while nobody has stopped it.
    @Nullable Leftovers stopped() {
        lock.lock();
        try {
            return stopped;
        } finally {
            lock.unlock();
        }
    }

    /// Ends the process, and returns when the run is over.
    ///
    /// @param about what to call it in the log
    void stop(Leftovers leftovers, String about) {
        @Nullable Fetch running;
        lock.lock();
        try {
            stopped = leftovers;
            running = fetch;
        } finally {
            lock.unlock();
        }
        if (running != null) {
            running.stop(leftovers);
        }
        awaitEnd(about);
    }

    /// What was stopped before its process was there still has to begin and end it.
    private void awaitEnd(String about) {
        try {
            if (!ended.await(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} does not end; it is not waited for any longer", about);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
