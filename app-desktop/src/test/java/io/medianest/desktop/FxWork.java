package io.medianest.desktop;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import javafx.application.Platform;

/// Measures how long the FX thread works at a stretch, styling and placing included. It is the thread's own time, which
/// hardly grows where the machine has much else to do.
final class FxWork {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private FxWork() {}

    /// The longest stretch from the beginning of this work until what it brings about has been drawn.
    static Duration longestStretch(Runnable work) {
        Mark mark = FxToolkit.call(Mark::new);
        FxToolkit.run(mark);
        Platform.runLater(work);
        FxToolkit.awaitFrames();
        return FxToolkit.call(mark::end);
    }

    /// Comes back behind whatever else waits for the FX thread. Belongs to it.
    private static final class Mark implements Runnable {
        private long before = THREADS.getCurrentThreadCpuTime();
        private long longest;
        private boolean over;

        @Override
        public void run() {
            long now = THREADS.getCurrentThreadCpuTime();
            longest = Math.max(longest, now - before);
            before = now;
            if (!over) {
                Platform.runLater(this);
            }
        }

        Duration end() {
            over = true;
            return Duration.ofNanos(longest);
        }
    }
}
