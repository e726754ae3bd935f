package io.medianest.server.platform.socketio.engine;

import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs tasks one at a time and in order, on a virtual thread that exists only while there are tasks. Thread-safe.
final class Mailbox {
    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);
    private static final int CAPACITY = 64;

    private final String name;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition space = lock.newCondition();
    private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
    private boolean running;
    private boolean finished;

    Mailbox(String name) {
        this.name = name;
    }

    /// Adds a task, waiting while too many wait already. Does nothing once finished.
    void put(Runnable task) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (tasks.size() >= CAPACITY && !finished) {
                space.await();
            }
            append(task);
        } finally {
            lock.unlock();
        }
    }

    /// Adds a task without waiting, whatever waits already. Does nothing once finished.
    void post(Runnable task) {
        lock.lock();
        try {
            append(task);
        } finally {
            lock.unlock();
        }
    }

    /// Adds the last task.
    ///
    /// @return false when there was a last one before, and nothing was added
    boolean finish(Runnable last) {
        lock.lock();
        try {
            boolean first = !finished;
            append(last);
            finished = true;
            space.signalAll();
            return first;
        } finally {
            lock.unlock();
        }
    }

    private void append(Runnable task) {
        if (finished) {
            return;
        }
        tasks.add(task);
        if (!running) {
            running = true;
            Thread.ofVirtual().name(name).start(this::runAll);
        }
    }

    private void runAll() {
        for (var task = next(); task != null; task = next()) {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                LOG.error("{}: a handler failed", name, e);
            }
        }
    }

    private @Nullable Runnable next() {
        lock.lock();
        try {
            var task = tasks.poll();
            running = task != null;
            space.signal();
            return task;
        } finally {
            lock.unlock();
        }
    }
}
