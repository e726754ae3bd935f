package io.medianest.server.platform.socketio.engine;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// How WebSockets are got rid of without waiting for anybody. Thread-safe.
final class ChannelEnds {
    /// How long the other side may take to answer a good-bye, or to read what is left.
    static final Duration GRACE = Duration.ofSeconds(2);

    private final ScheduledExecutorService timers;

    ChannelEnds(ScheduledExecutorService timers) {
        this.timers = timers;
    }

    /// Says good-bye to one that carries nothing.
    void dismiss(WebSocketChannel unused) {
        Thread.ofVirtual().name("engine.io-dismiss").start(unused::close);
        cutLater(unused);
    }

    /// Cuts one that somebody else says good-bye to, in case that comes to nothing.
    void cutLater(WebSocketChannel closing) {
        var _ = timers.schedule(closing::terminate, GRACE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
