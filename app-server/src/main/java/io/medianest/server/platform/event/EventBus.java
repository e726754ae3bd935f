package io.medianest.server.platform.event;

import io.medianest.model.event.ServerEvent;
import io.medianest.server.platform.db.Tx;

/// Tells everybody who asked what changed. Publish only what is durable already, after the commit.
///
/// Thread-safe. Each subscriber gets the events one at a time, in the order of publishing, on a thread of its
/// own: a slow one delays nobody else, and what it throws is logged and does not end its subscription. A
/// thread that publishes is not kept from it by having been interrupted.
public interface EventBus {
    void publish(ServerEvent event);

    /// Publishes what a transaction brings about, and what somebody may have to keep a record of: witnesses see it
    /// inside the transaction, everybody else after the commit, and nobody when there is none.
    default void publish(Tx tx, ServerEvent event) {
        tx.afterCommit(() -> publish(event));
    }

    /// @param name for logs and thread names
    /// @return closing it ends the subscription
    Subscription subscribe(String name, Subscriber subscriber);

    /// As [#subscribe], to hear what happens on all servers of the household, and not on this one alone. What happened
    /// while they could not tell each other was missed.
    default Subscription subscribeEverywhere(String name, Subscriber subscriber) {
        return subscribe(name, subscriber);
    }

    /// An event with the correlation id of the work that caused it.
    record Published(ServerEvent event, String correlationId) {}

    /// Hears what happens.
    @FunctionalInterface
    interface Subscriber {
        void hear(Published published);

        /// Something has happened that it did not hear, or could not take: it was stuck for too long, or
        /// failed. Called by whichever thread noticed, so it must be quick, and must not wait for [#hear].
        default void missed() {}
    }

    /// Keeps a record of what happens, in the transaction that brings it about: the change and the record are durable
    /// together, or neither is. Must be quick, and must not fail without need: what it throws undoes the change.
    @FunctionalInterface
    interface Witness {
        void see(Tx tx, ServerEvent event);
    }

    interface Subscription extends AutoCloseable {
        /// Ends it: what was published and not heard by now never is. Waits a moment for the subscriber to be
        /// done with the event that it is hearing, unless it is the subscriber that calls.
        @Override
        void close();
    }
}
