package io.medianest.server;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is to be closed at the end, in the reverse order of its coming. What cannot be closed keeps nothing else
/// from it. Not thread-safe.
final class Endings implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Endings.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        return part;
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            var part = parts.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("{} did not end well", part.getClass().getSimpleName(), e);
            }
        }
    }
}
