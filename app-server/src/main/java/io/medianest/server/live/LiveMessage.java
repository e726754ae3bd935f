package io.medianest.server.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.util.RawValue;
import io.medianest.model.api.Json;
import io.medianest.model.download.Download;
import io.medianest.model.event.ServerEvent.DownloadChanged;
import io.medianest.model.event.ServerEvent.DownloadProgressed;
import io.medianest.model.event.ServerEvent.IncidentOpened;
import io.medianest.model.event.ServerEvent.IncidentResolved;
import io.medianest.model.event.ServerEvent.NotificationAdded;
import io.medianest.model.event.ServerEvent.PreferencesChanged;
import io.medianest.model.event.ServerEvent.RequestChanged;
import io.medianest.model.event.ServerEvent.RequestCreated;
import io.medianest.model.event.ServerEvent.ServiceChecked;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.status.Incident;
import io.medianest.server.platform.event.EventBus.Published;
import io.medianest.server.platform.security.Caller;
import io.medianest.server.platform.socketio.Socket;
import java.util.Map;

/// What clients are told of an event. It is written as JSON once, however many hear it; only the number differs.
/// Immutable.
final class LiveMessage {
    private final Published published;
    private final String field;
    private final RawValue content;
    private final Receipt receipt;

    /// Whether the client is asked to confirm, see [Receipts].
    private enum Receipt {
        WANTED,
        NONE
    }

    private LiveMessage(Published published, String field, Object content, Receipt receipt) {
        this.published = published;
        this.field = field;
        this.content = written(content);
        this.receipt = receipt;
    }

    static LiveMessage of(Published told) {
        return switch (told.event()) {
            case RequestCreated(MediaRequest request) -> new LiveMessage(told, "request", request, Receipt.WANTED);
            case RequestChanged(MediaRequest request) -> new LiveMessage(told, "request", request, Receipt.WANTED);
            case DownloadChanged(Download download) -> new LiveMessage(told, "download", download, Receipt.NONE);
            case DownloadProgressed(Download download) -> new LiveMessage(told, "download", download, Receipt.NONE);
            case ServiceChecked checked -> new LiveMessage(told, "service", checked.service(), Receipt.NONE);
            case IncidentOpened(Incident incident) -> new LiveMessage(told, "incident", incident, Receipt.NONE);
            case IncidentResolved(Incident incident) -> new LiveMessage(told, "incident", incident, Receipt.NONE);
            case PreferencesChanged changed ->
                new LiveMessage(told, "preferences", changed.preferences(), Receipt.NONE);
            case NotificationAdded added -> new LiveMessage(told, "notification", added.notification(), Receipt.NONE);
        };
    }

    private static RawValue written(Object content) {
        try {
            return new RawValue(Json.strict().writeValueAsString(content));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an event that cannot be written as JSON", e);
        }
    }

    /// Whether somebody may hear of it.
    ///
    /// @param connection theirs
    boolean isFor(Caller caller, String connection) {
        return switch (published.event()) {
            case RequestCreated(MediaRequest request) -> caller.isAdmin() || isOf(caller, request.userId());
            case RequestChanged(MediaRequest request) -> caller.isAdmin() || isOf(caller, request.userId());
            case DownloadChanged(Download download) -> caller.isAdmin() || isOf(caller, download.userId());
            case DownloadProgressed(Download download) -> caller.isAdmin() || isOf(caller, download.userId());
            case ServiceChecked _ -> true;
            case IncidentOpened _, IncidentResolved _ -> caller.isAdmin();
            case PreferencesChanged changed ->
                isOf(caller, changed.userId()) && !connection.equals(changed.connection());
            case NotificationAdded added -> isOf(caller, added.userId());
        };
    }

    private static boolean isOf(Caller caller, String userId) {
        return caller.userId().equals(userId);
    }

    /// Sends it as the next event of a connection.
    void send(Socket socket, Receipts receipts, long seq) {
        String name = published.event().wireName();
        switch (receipt) {
            case WANTED ->
                socket.emitWithAck(
                        name,
                        Receipts.PATIENCE,
                        receipts.expected(name, seq),
                        Map.of("seq", seq, "correlationId", published.correlationId(), field, content));
            case NONE -> socket.emit(name, Map.of("seq", seq, field, content));
        }
    }
}
