package io.medianest.server.download;

import java.util.Collection;
import java.util.function.Consumer;

/// Does to many what takes its time with each.
final class AtOnce {
    private AtOnce() {}

    /// Does it to all at the same time, and returns when it is done to all.
    static <T> void each(Collection<T> all, Consumer<T> action) {
        var threads = all.stream()
                .map(one -> Thread.ofVirtual().name("download-stop").start(() -> action.accept(one)))
                .toList();
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
