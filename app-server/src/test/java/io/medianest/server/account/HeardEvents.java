package io.medianest.server.account;

import io.medianest.model.event.ServerEvent;
import io.medianest.server.platform.event.EventBus;
import java.util.List;
import java.util.function.Consumer;

/// A bus that only notes what was published. Nobody can subscribe.
record HeardEvents(List<ServerEvent> heard) implements EventBus {
    @Override
    public void publish(ServerEvent event) {
        heard.add(event);
    }

    @Override
    public Subscription subscribe(String name, Consumer<Published> subscriber) {
        throw new UnsupportedOperationException("nobody listens here");
    }
}
