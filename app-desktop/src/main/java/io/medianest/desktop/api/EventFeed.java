package io.medianest.desktop.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.medianest.model.api.Json;
import io.medianest.model.download.Download;
import io.medianest.model.event.LiveState;
import io.medianest.model.event.ServerEvent;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.status.Incident;
import io.medianest.model.status.ServiceStatus;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns what travels on the live line into events and notices gaps in their numbering. Confined to one thread,
/// except that listeners may come and go from any.
final class EventFeed {
    private static final Logger LOG = LoggerFactory.getLogger(EventFeed.class);
    private static final long NOTHING_YET = -1;

    private final JsonMapper json = Json.lenient();
    private final List<EventListener> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<LiveState>> states = new CopyOnWriteArrayList<>();
    private long lastSeq = NOTHING_YET;

    Subscription listen(EventListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// The number of the last event; negative before the first state.
    long lastSeq() {
        return lastSeq;
    }

    void onState(Consumer<LiveState> consumer) {
        states.add(consumer);
    }

    /// @param name the event's name on the wire; unknown ones are passed over
    /// @param payload JSON
    void accept(String name, String payload) {
        try {
            JsonNode tree = json.readTree(payload);
            switch (name) {
                case "state:initial" -> initial(json.treeToValue(tree, LiveState.class));
                case "state:sync" -> synced(json.treeToValue(tree, LiveState.class));
                default -> event(name, tree);
            }
        } catch (IOException e) {
            LOG.warn("The server's event {} could not be read", name, e);
            listeners.forEach(EventListener::missedSome);
        }
    }

    private void initial(LiveState state) {
        lastSeq = state.seq();
        states.forEach(consumer -> consumer.accept(state));
    }

    private void synced(LiveState state) {
        initial(state);
        listeners.forEach(EventListener::missedSome);
    }

    private void event(String name, JsonNode tree) throws IOException {
        count(tree.path("seq").asLong(NOTHING_YET));
        ServerEvent event = read(name, tree);
        if (event != null) {
            listeners.forEach(listener -> listener.on(event));
        }
    }

    private @Nullable ServerEvent read(String name, JsonNode tree) throws IOException {
        return switch (name) {
            case "mediaRequest:created" ->
                new ServerEvent.RequestCreated(json.treeToValue(tree.path("request"), MediaRequest.class));
            case "mediaRequest:statusChanged" ->
                new ServerEvent.RequestChanged(json.treeToValue(tree.path("request"), MediaRequest.class));
            case "download:statusChanged" ->
                new ServerEvent.DownloadChanged(json.treeToValue(tree.path("download"), Download.class));
            case "download:progress" ->
                new ServerEvent.DownloadProgressed(json.treeToValue(tree.path("download"), Download.class));
            case "service:status" ->
                new ServerEvent.ServiceChecked(json.treeToValue(tree.path("service"), ServiceStatus.class));
            case "incident:opened" ->
                new ServerEvent.IncidentOpened(json.treeToValue(tree.path("incident"), Incident.class));
            case "incident:resolved" ->
                new ServerEvent.IncidentResolved(json.treeToValue(tree.path("incident"), Incident.class));
            default -> null;
        };
    }

    private void count(long seq) {
        if (seq == NOTHING_YET) {
            return;
        }
        boolean gap = lastSeq != NOTHING_YET && seq > lastSeq + 1;
        lastSeq = seq;
        if (gap) {
            LOG.info("Events before number {} were missed, reading again", seq);
            listeners.forEach(EventListener::missedSome);
        }
    }
}
