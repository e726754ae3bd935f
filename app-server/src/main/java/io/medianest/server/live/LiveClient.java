package io.medianest.server.live;

import io.medianest.model.download.Download;
import io.medianest.model.event.LiveState;
import io.medianest.model.event.ServerEvent;
import io.medianest.model.event.ServerEvent.DownloadChanged;
import io.medianest.model.event.ServerEvent.DownloadProgressed;
import io.medianest.model.event.ServerEvent.NotificationAdded;
import io.medianest.model.event.ServerEvent.PreferencesChanged;
import io.medianest.model.event.ServerEvent.RequestChanged;
import io.medianest.model.event.ServerEvent.RequestCreated;
import io.medianest.model.event.ServerEvent.ServiceChecked;
import io.medianest.model.request.MediaRequest;
import io.medianest.server.platform.event.EventBus.Published;
import io.medianest.server.platform.security.Caller;
import io.medianest.server.platform.socketio.Socket;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One connected client: who it is, and the number of its last event. Thread-safe: its state comes from the thread
/// that connects it and events from the bus.
final class LiveClient {
    private final Socket socket;
    private final EventRate rate;
    private volatile Caller caller;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable List<Published> early = new ArrayList<>();
    private long seq;

    LiveClient(Socket socket, Caller caller, Clock clock) {
        this.socket = socket;
        this.caller = caller;
        this.rate = new EventRate(clock);
    }

    Socket socket() {
        return socket;
    }

    Caller caller() {
        return caller;
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
            var waiting = early == null ? List.<Published>of() : early;
            early = null;
            waiting.forEach(this::sendIfAllowed);
        } finally {
            lock.unlock();
        }
    }

    /// Sends an event, if this client may know of it.
    void tell(Published published) {
        lock.lock();
        try {
            if (early == null) {
                sendIfAllowed(published);
            } else {
                early.add(published);
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean mayKnow(ServerEvent event) {
        return switch (event) {
            case RequestCreated(MediaRequest request) -> caller.isAdmin() || isOf(request.userId());
            case RequestChanged(MediaRequest request) -> caller.isAdmin() || isOf(request.userId());
            case DownloadChanged(Download download) -> caller.isAdmin() || isOf(download.userId());
            case DownloadProgressed(Download download) -> caller.isAdmin() || isOf(download.userId());
            case ServiceChecked _ -> true;
            case PreferencesChanged changed ->
                isOf(changed.userId()) && !socket.id().equals(changed.connection());
            case NotificationAdded added -> isOf(added.userId());
        };
    }

    private void sendIfAllowed(Published published) {
        if (mayKnow(published.event())) {
            seq++;
            send(published);
        }
    }

    private void send(Published published) {
        var event = published.event();
        switch (event) {
            case RequestCreated(MediaRequest request) -> sendRequest(event, published.correlationId(), request);
            case RequestChanged(MediaRequest request) -> sendRequest(event, published.correlationId(), request);
            case DownloadChanged(Download download) -> sendDownload(event, download);
            case DownloadProgressed(Download download) -> sendDownload(event, download);
            case ServiceChecked checked ->
                socket.emit(event.wireName(), Map.of("seq", seq, "service", checked.service()));
            case PreferencesChanged changed ->
                socket.emit(event.wireName(), Map.of("seq", seq, "preferences", changed.preferences()));
            case NotificationAdded added ->
                socket.emit(event.wireName(), Map.of("seq", seq, "notification", added.notification()));
        }
    }

    /// Asks for an acknowledgement, for the log: a client that lost one sees the gap and reads again.
    private void sendRequest(ServerEvent event, String correlationId, MediaRequest request) {
        socket.emitWithAck(
                event.wireName(),
                Delivery.PATIENCE,
                new Delivery(socket.id(), event.wireName(), seq),
                Map.of("seq", seq, "correlationId", correlationId, "request", request));
    }

    private void sendDownload(ServerEvent event, Download download) {
        socket.emit(event.wireName(), Map.of("seq", seq, "download", download));
    }

    /// Whether the client sends more than it may. Called by its own handlers only.
    boolean sendsTooMuch() {
        return rate.exceeded();
    }
}
