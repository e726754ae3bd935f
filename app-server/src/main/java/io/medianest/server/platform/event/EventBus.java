package io.medianest.server.platform.event;

import io.medianest.model.event.ServerEvent;
import java.util.function.Consumer;

/// Tells everybody who asked what changed. Publish only what is durable already, after the commit.
///
/// Thread-safe. Each subscriber gets the events one at a time, in the order of publishing, on a thread of its own: a
/// slow one delays nobody else, and what it throws is logged and does not end its subscription.
public interface EventBus {
    void publish(ServerEvent event);

    /// @param name for logs and thread names
    /// @return closing it ends the subscription
    Subscription subscribe(String name, Consumer<Published> subscriber);

    /// An event with the correlation id of the work that caused it.
    record Published(ServerEvent event, String correlationId) {}

    /// Ends when closed; no event is delivered after that.
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
