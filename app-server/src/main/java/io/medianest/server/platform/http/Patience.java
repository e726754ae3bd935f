package io.medianest.server.platform.http;

import io.helidon.webserver.CloseConnectionException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// How long this server waits for somebody who does not come to the point, or does not take what it asked for. A client
/// that sends or reads byte by byte is never silent for long, and would hold its connection for ever. Whoever takes
/// longer is hung up on: its thread is interrupted while it waits for the client, and never when it does anything else.
/// Thread-safe.
public final class Patience {
    /// Long enough for a megabyte over a bad line.
    public static final Duration USUAL = Duration.ofSeconds(30);

    /// Slower than any line that is of use.
    private static final long SLOWEST_BYTES_A_SECOND = 10_000;

    private final long limitNanos;
    private final long slowest;
    private final Map<Thread, Wait> waiting = new ConcurrentHashMap<>();

    public Patience(Duration limit) {
        this(limit, SLOWEST_BYTES_A_SECOND);
    }

    /// @param slowest bytes a second that a client must take in the long run
    Patience(Duration limit, long slowest) {
        this.limitNanos = limit.toNanos();
        this.slowest = slowest;
    }

    private record Wait(long since, long limitNanos) {
        boolean isOver(long now) {
            return now - since >= limitNanos;
        }
    }

    /// Hangs up on those who have taken too long. To be called about once a second.
    public void look() {
        long now = System.nanoTime();
        for (var thread : waiting.keySet()) {
            waiting.computeIfPresent(thread, (waiter, wait) -> {
                if (!wait.isOver(now)) {
                    return wait;
                }
                waiter.interrupt();
                return null;
            });
        }
    }

    /// The current thread begins to wait for a client, until [#end()].
    private void begin(long nanos) {
        waiting.put(Thread.currentThread(), new Wait(System.nanoTime(), nanos));
    }

    /// The current thread waits no longer. From now on it is not interrupted.
    ///
    /// @return whether that was in time
    private boolean end() {
        if (waiting.remove(Thread.currentThread()) != null) {
            return true;
        }
        return !Thread.interrupted();
    }

    /// Listens to the end.
    ///
    /// @throws CloseConnectionException when the client took too long
    public <T> T listen(Reading<T> reading) throws IOException {
        begin(limitNanos);
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

    /// Speaks to the end.
    ///
    /// @param bytes how much there is to say: the more, the longer it may take
    /// @throws CloseConnectionException when the client took too long to take it
    void speak(long bytes, Writing writing) throws IOException {
        begin(limitNanos + TimeUnit.SECONDS.toNanos(bytes / slowest));
        try {
            writing.write();
            end();
        } catch (IOException | RuntimeException e) {
            if (!end()) {
                throw new CloseConnectionException("the client took too long to take what it asked for", e);
            }
            throw e;
        }
    }

    /// Something that waits for what a client sends.
    @FunctionalInterface
    public interface Reading<T> {
        T read() throws IOException;
    }

    /// Something that waits for a client to take what is sent.
    @FunctionalInterface
    interface Writing {
        void write() throws IOException;
    }
}
