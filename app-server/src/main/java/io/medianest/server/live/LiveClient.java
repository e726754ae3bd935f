package io.medianest.server.live;

import io.medianest.model.event.LiveState;
import io.medianest.server.platform.security.Caller;
import io.medianest.server.platform.socketio.Socket;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One connected client: who it is, and the number of its last event. Thread-safe: its state comes from the thread
/// that connects it and events from the bus.
final class LiveClient {
    private static final int EARLY_LIMIT = 1_000;

    private final Socket socket;
    private final Credentials shown;
    private final EventRate rate;
    private final Receipts receipts;
    private volatile Caller caller;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable List<LiveMessage> early = new ArrayList<>();
    private long seq;

    LiveClient(Socket socket, Credentials shown, Caller caller, Clock clock) {
        this.socket = socket;
        this.shown = shown;
        this.caller = caller;
        this.rate = new EventRate(clock);
        this.receipts = new Receipts(socket.id(), socket::closeConnection);
    }

    Socket socket() {
        return socket;
    }

    Caller caller() {
        return caller;
    }

    /// Whether what it came with is over.
    boolean isOver(Standing standing, Instant now) {
        return standing.endOf(caller, shown.bearer())
                .filter(end -> !now.isBefore(end))
                .isPresent();
    }

    boolean isOf(String userId) {
        return caller.userId().equals(userId);
    }

    boolean isOfSession(String sessionId) {
        return sessionId.equals(caller.sessionId());
    }

    /// Sends the first state, and then what has happened since the client was known.
    ///
    /// @param confirmed the caller as it is now
    void begin(Caller confirmed, String event, LiveState state) {
        lock.lock();
        try {
            caller = confirmed;
            socket.emit(event, state);
            var waiting = early == null ? List.<LiveMessage>of() : early;
            early = null;
            waiting.forEach(this::sendIfAllowed);
        } finally {
            lock.unlock();
        }
    }

    /// Sends an event, if this client may know of it. Keeps it while the first state is gathered; a client for whom
    /// that takes too long has to come again.
    void tell(LiveMessage message) {
        lock.lock();
        try {
            if (early == null) {
                sendIfAllowed(message);
            } else if (early.size() < EARLY_LIMIT) {
                early.add(message);
            } else {
                socket.closeConnection();
            }
        } finally {
            lock.unlock();
        }
    }

    private void sendIfAllowed(LiveMessage message) {
        if (message.isFor(caller, socket.id())) {
            seq++;
            message.send(socket, receipts, seq);
        }
    }

    /// Whether the client sends more than it may. Called by its own handlers only.
    boolean sendsTooMuch() {
        return rate.exceeded();
    }
}
