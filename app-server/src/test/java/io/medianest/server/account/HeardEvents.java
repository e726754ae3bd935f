package io.medianest.server.account;

import io.medianest.model.event.ServerEvent;
import io.medianest.server.platform.event.EventBus;
import java.util.List;

/// A bus that only notes what was published. Nobody can subscribe.
record HeardEvents(List<ServerEvent> heard) implements EventBus {
    @Override
    public void publish(ServerEvent event) {
        heard.add(event);
    }

    @Override
    public Subscription subscribe(String name, Subscriber subscriber) {
        throw new UnsupportedOperationException("nobody listens here");
    }
}
