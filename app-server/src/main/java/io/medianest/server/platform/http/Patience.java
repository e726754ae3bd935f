package io.medianest.server.platform.http;

import io.helidon.webserver.CloseConnectionException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How long this server listens to somebody who does not come to the point. A client that sends byte by byte is never
/// silent for long, and would hold its connection for ever. Whoever takes longer is hung up on: its thread is
/// interrupted
/// while it listens, and never when it does anything else. Thread-safe.
public final class Patience {
    /// Long enough for a megabyte over a bad line.
    public static final Duration USUAL = Duration.ofSeconds(30);

    private final long limitNanos;
    private final Map<Thread, Long> listening = new ConcurrentHashMap<>();

    public Patience(Duration limit) {
        limitNanos = limit.toNanos();
    }

    /// Hangs up on those who have taken too long. To be called about once a second.
    public void look() {
        long now = System.nanoTime();
        for (var thread : listening.keySet()) {
            listening.computeIfPresent(thread, (listener, since) -> {
                if (now - since < limitNanos) {
                    return since;
                }
                listener.interrupt();
                return null;
            });
        }
    }

    /// The current thread has heard enough. From now on it is not interrupted.
    ///
    /// @return whether that was in time
    private boolean end() {
        if (listening.remove(Thread.currentThread()) != null) {
            return true;
        }
        return !Thread.interrupted();
    }

    /// Listens to the end.
    ///
    /// @throws CloseConnectionException when the client took too long
    public <T> T listen(Reading<T> reading) throws IOException {
        listening.put(Thread.currentThread(), System.nanoTime());
        try {
            var heard = reading.read();
            end();
            return heard;
        } catch (IOException | RuntimeException e) {
            if (!end()) {
                throw new CloseConnectionException("the client took too long to say what it wants", e);
            }
            throw e;
        }
    }

    /// Something that waits for what a client sends.
    @FunctionalInterface
    public interface Reading<T> {
        T read() throws IOException;
    }
}
