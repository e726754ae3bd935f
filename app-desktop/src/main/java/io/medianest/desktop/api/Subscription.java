package io.medianest.desktop.api;

/// Ends what was begun by listening.
@FunctionalInterface
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
