package io.medianest.desktop.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.medianest.model.account.Preferences;
import io.medianest.model.api.Json;
import io.medianest.model.download.Download;
import io.medianest.model.event.LiveState;
import io.medianest.model.event.ServerEvent;
import io.medianest.model.notification.Notification;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.status.Incident;
import io.medianest.model.status.ServiceStatus;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads what travels on the live line. Confined to the thread that receives it: a state may be large, and
/// the window should not wait for it.
final class NewsReader {
    static final long UNNUMBERED = -1;

    private static final Logger LOG = LoggerFactory.getLogger(NewsReader.class);

    private final JsonMapper json = Json.lenient();
    /// Whom the state was for, and so all that is personal.
    private String me = "";

    /// @param name the event's name on the wire
    /// @param payload JSON
    News read(String name, String payload) {
        try {
            JsonNode tree = json.readTree(payload);
            return switch (name) {
                case "state:initial" -> new News.Began(state(tree));
                case "state:sync" -> new News.Resumed(state(tree));
                default -> new News.Happened(tree.path("seq").asLong(UNNUMBERED), event(name, tree));
            };
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("The server's event {} could not be read", name, e);
            return new News.Illegible(name);
        }
    }

    private LiveState state(JsonNode tree) throws IOException {
        LiveState state = json.treeToValue(tree, LiveState.class);
        me = state.user().id();
        return state;
    }

    private @Nullable ServerEvent event(String name, JsonNode tree) throws IOException {
        return switch (name) {
            case "mediaRequest:created" -> new ServerEvent.RequestCreated(value(tree, "request", MediaRequest.class));
            case "mediaRequest:statusChanged" ->
                new ServerEvent.RequestChanged(value(tree, "request", MediaRequest.class));
            case "download:statusChanged" -> new ServerEvent.DownloadChanged(value(tree, "download", Download.class));
            case "download:progress" -> new ServerEvent.DownloadProgressed(value(tree, "download", Download.class));
            case "service:status" -> new ServerEvent.ServiceChecked(value(tree, "service", ServiceStatus.class));
            case "incident:opened" -> new ServerEvent.IncidentOpened(value(tree, "incident", Incident.class));
            case "incident:resolved" -> new ServerEvent.IncidentResolved(value(tree, "incident", Incident.class));
            case "notification:new" ->
                new ServerEvent.NotificationAdded(me, value(tree, "notification", Notification.class));
            case "preferences:updated" ->
                new ServerEvent.PreferencesChanged(me, value(tree, "preferences", Preferences.class), null);
            default -> null;
        };
    }

    private <T> T value(JsonNode tree, String field, Class<T> type) throws IOException {
        return json.treeToValue(tree.required(field), type);
    }
}
