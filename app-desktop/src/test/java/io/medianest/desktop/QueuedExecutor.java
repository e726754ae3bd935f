package io.medianest.desktop;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/// Work that waits until a test lets it run.
public final class QueuedExecutor implements Executor {
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @Override
    public void execute(Runnable work) {
        waiting.addLast(work);
    }

    /// Runs the oldest piece of work.
    public void runNext() {
        waiting.removeFirst().run();
    }

    /// How much waits.
    public int size() {
        return waiting.size();
    }
}
