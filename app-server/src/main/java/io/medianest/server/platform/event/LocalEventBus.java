package io.medianest.server.platform.event;

import io.medianest.model.event.ServerEvent;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.observe.Correlation;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The bus inside one process. A subscriber that falls behind by [#CAPACITY] events makes the publisher wait:
/// events are few and small, and losing one silently would be worse.
public final class LocalEventBus implements EventBus, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalEventBus.class);
    private static final int CAPACITY = 10_000;
    private static final long PUBLISH_DEADLINE_SECONDS = 10;

    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private final List<Witness> witnesses = new CopyOnWriteArrayList<>();

    /// Lets somebody see from now on what transactions publish.
    public void witness(Witness witness) {
        witnesses.add(witness);
    }

    @Override
    public void publish(Tx tx, ServerEvent event) {
        tx.afterCommit(() -> publish(event));
        witnesses.forEach(witness -> witness.see(tx, event));
    }

    @Override
    public void publish(ServerEvent event) {
        var published = new Published(event, Correlation.current());
        for (var delivery : deliveries) {
            delivery.offer(published);
        }
    }

    @Override
    public Subscription subscribe(String name, Consumer<Published> subscriber) {
        var delivery = new Delivery(name, subscriber);
        deliveries.add(delivery);
        delivery.start();
        return delivery;
    }

    @Override
    public void close() {
        deliveries.forEach(Delivery::close);
    }

    private final class Delivery implements Subscription {
        private final String name;
        private final Consumer<Published> subscriber;
        private final BlockingQueue<Published> queue = new ArrayBlockingQueue<>(CAPACITY);
        private volatile @Nullable Thread thread;

        Delivery(String name, Consumer<Published> subscriber) {
            this.name = name;
            this.subscriber = subscriber;
        }

        void start() {
            thread = Thread.ofVirtual().name("events-" + name).start(this::deliver);
        }

        void offer(Published event) {
            try {
                if (!queue.offer(event, PUBLISH_DEADLINE_SECONDS, TimeUnit.SECONDS)) {
                    LOG.error(
                            "{} is stuck: event {} was not delivered to it",
                            name,
                            event.event().wireName());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void deliver() {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    var event = queue.take();
                    Correlation.run(event.correlationId(), () -> deliver(event));
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        private void deliver(Published event) {
            try {
                subscriber.accept(event);
            } catch (RuntimeException e) {
                LOG.error("{} failed on event {}", name, event.event().wireName(), e);
            }
        }

        @Override
        public void close() {
            deliveries.remove(this);
            var running = thread;
            if (running != null) {
                running.interrupt();
            }
        }
    }
}
