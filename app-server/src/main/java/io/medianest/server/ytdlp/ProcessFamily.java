package io.medianest.server.ytdlp;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// A process with all that it has started.
record ProcessFamily(ProcessHandle eldest) {
    private static final Duration GRACE = Duration.ofSeconds(2);

    /// Ends them all, and returns when they are gone. The children first: without their parent nobody would
    /// find them any more.
    void end() {
        var family = Stream.concat(eldest.descendants(), Stream.of(eldest)).toList();
        family.forEach(ProcessHandle::destroy);
        if (!areGone(family)) {
            eldest.descendants().forEach(ProcessHandle::destroyForcibly);
            family.forEach(ProcessHandle::destroyForcibly);
            areGone(family);
        }
    }

    /// Waits a moment for their end.
    private static boolean areGone(List<ProcessHandle> family) {
        long until = System.nanoTime() + GRACE.toNanos();
        try {
            for (var one : family) {
                one.onExit().get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            // No time to wait: whoever is still there is ended the hard way.
            Thread.currentThread().interrupt();
            return family.stream().noneMatch(ProcessHandle::isAlive);
        }
    }
}
