package io.medianest.server.platform.event;

import io.medianest.server.platform.event.EventBus.Published;
import io.medianest.server.platform.event.EventBus.Subscriber;
import io.medianest.server.platform.observe.Correlation;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What waits for one subscriber, and the thread that brings it. The thread is never interrupted: the
/// subscriber may be at the database, which takes that for the end of its file. Thread-safe.
final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final Duration LAST_EVENT = Duration.ofSeconds(2);

    private final String name;
    private final Subscriber subscriber;
    private final BlockingQueue<Runnable> waiting;
    private final Thread thread;
    private volatile boolean stuck;
    private volatile boolean ended;

    Delivery(String name, Subscriber subscriber, int capacity) {
        this.name = name;
        this.subscriber = subscriber;
        this.waiting = new ArrayBlockingQueue<>(capacity);
        this.thread = Thread.ofVirtual().name("events-" + name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// Lets an event wait for the subscriber.
    ///
    /// @param patience how long it may take until there is room; after that was too short, nobody waits for
    ///     room until there was some
    void offer(Published event, Duration patience) {
        if (ended) {
            return;
        }
        stuck = !waits(() -> deliver(event), stuck ? Duration.ZERO : patience);
        if (stuck) {
            LOG.error("{} is stuck and misses event {}", name, event.event().wireName());
            subscriber.missed();
        }
    }

    /// A thread that was interrupted cannot wait, but need not if there is room.
    private boolean waits(Runnable task, Duration patience) {
        if (waiting.offer(task)) {
            return true;
        }
        try {
            return waiting.offer(task, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Tells the subscriber that there was something that it did not hear.
    void missed() {
        if (!ended) {
            subscriber.missed();
        }
    }

    /// Ends it, see [EventBus.Subscription#close].
    void end() {
        ended = true;
        // Wakes the thread. When there is no room for this, it is awake.
        var _ = waiting.offer(() -> {});
        if (Thread.currentThread().equals(thread)) {
            return;
        }
        try {
            if (!thread.join(LAST_EVENT)) {
                LOG.warn("{} is still busy with an event and is not waited for", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!ended) {
            try {
                waiting.take().run();
            } catch (InterruptedException e) {
                LOG.warn("{} was interrupted, which ends nothing", name, e);
            }
        }
    }

    private void deliver(Published event) {
        if (!ended) {
            Correlation.run(event.correlationId(), () -> hear(event));
        }
    }

    private void hear(Published event) {
        try {
            subscriber.hear(event);
        } catch (RuntimeException | Error e) {
            LOG.error("{} failed on event {}", name, event.event().wireName(), e);
            subscriber.missed();
        }
    }
}
