package io.medianest.server.platform.event;

import io.medianest.model.event.ServerEvent;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.link.Link;
import io.medianest.server.platform.link.NoLink;
import io.medianest.server.platform.observe.Correlation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The bus inside one process, and between those that are linked. A subscriber that falls behind by [#CAPACITY] events
/// makes the publisher wait:
/// events are few and small, and losing one silently would be worse.
public final class LocalEventBus implements EventBus, AutoCloseable {
    private static final String TOPIC = "event";
    private static final int CAPACITY = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final int capacity;
    private final Duration patience;
    private final Link link;
    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    /// Of those who hear what happens on other servers, too.
    private final List<Delivery> everywhere = new CopyOnWriteArrayList<>();
    private final List<Witness> witnesses = new CopyOnWriteArrayList<>();

    /// For a server that is alone.
    public LocalEventBus() {
        this(CAPACITY, PATIENCE);
    }

    /// @param link by which the servers tell each other what happens
    public LocalEventBus(Link link) {
        this(CAPACITY, PATIENCE, link);
    }

    /// @param capacity events that may wait for a subscriber
    /// @param patience how long a publisher waits for a subscriber that is behind by so many
    LocalEventBus(int capacity, Duration patience) {
        this(capacity, patience, new NoLink(true));
    }

    private LocalEventBus(int capacity, Duration patience, Link link) {
        this.capacity = capacity;
        this.patience = patience;
        this.link = link;
        link.on(TOPIC, this::heard);
        link.onGap(this::missed);
    }

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
        deliveries.forEach(delivery -> delivery.offer(published, patience));
        everywhere.forEach(delivery -> delivery.offer(published, patience));
        if (link.reachesSomebody()) {
            link.tell(TOPIC, EventText.of(published));
        }
    }

    private void heard(String text) {
        EventText.parse(text)
                .ifPresentOrElse(
                        published -> everywhere.forEach(delivery -> delivery.offer(published, patience)), this::missed);
    }

    private void missed() {
        everywhere.forEach(Delivery::missed);
    }

    @Override
    public Subscription subscribe(String name, Subscriber subscriber) {
        return subscribe(deliveries, new Delivery(name, subscriber, capacity));
    }

    @Override
    public Subscription subscribeEverywhere(String name, Subscriber subscriber) {
        return subscribe(everywhere, new Delivery(name, subscriber, capacity));
    }

    private static Subscription subscribe(List<Delivery> deliveries, Delivery delivery) {
        deliveries.add(delivery);
        delivery.start();
        return () -> {
            deliveries.remove(delivery);
            delivery.end();
        };
    }

    @Override
    public void close() {
        deliveries.forEach(Delivery::end);
        deliveries.clear();
        everywhere.forEach(Delivery::end);
        everywhere.clear();
    }
}
