package io.medianest.server.ytdlp;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// A process with all that it has started. Who was seen in the family once belongs to it, though its parent has
/// gone since. Thread-safe.
final class ProcessFamily {
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final ProcessHandle eldest;
    private final Set<ProcessHandle> seen = ConcurrentHashMap.newKeySet();

    ProcessFamily(ProcessHandle eldest) {
        this.eldest = eldest;
    }

    /// Looks who is in the family now: without their parent nobody would find them any more.
    void look() {
        seen.removeIf(process -> !process.isAlive());
        eldest.descendants().forEach(seen::add);
    }

    /// Ends them all, and returns when they are gone. The children first, lest they lose their parent.
    void end() {
        look();
        var family =
                Stream.concat(List.copyOf(seen).stream(), Stream.of(eldest)).toList();
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
