package io.medianest.server.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.medianest.model.account.Preferences;
import io.medianest.model.api.ApiProblem;
import io.medianest.model.api.Envelope;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.api.Json;
import io.medianest.model.notification.UnreadCount;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.observe.Correlation;
import io.medianest.server.platform.socketio.SocketEvent;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What clients send: does it, and acknowledges with the envelope that HTTP would reply with. Thread-safe.
final class ClientEvents {
    private static final Logger LOG = LoggerFactory.getLogger(ClientEvents.class);

    private final ClientActions actions;

    ClientEvents(ClientActions actions) {
        this.actions = actions;
    }

    void received(LiveClient client, SocketEvent event) {
        if (client.sendsTooMuch()) {
            client.socket().emit("error", ClientError.tooMany());
            return;
        }
        switch (event.name()) {
            case "ping" -> event.acknowledge(Map.of("pong", true));
            case "user:preferencesChanged" -> answer(event, () -> changePreferences(client, event));
            case "notification:read" -> answer(event, () -> readNotification(client, event));
            default -> client.socket().emit("error", ClientError.unknown(event.name()));
        }
    }

    private Preferences changePreferences(LiveClient client, SocketEvent event) {
        var change = read(event.arg(0), Preferences.class);
        return actions.changePreferences(
                client.caller(), change, client.socket().id());
    }

    private UnreadCount readNotification(LiveClient client, SocketEvent event) {
        var id = read(event.arg(0), NotificationRead.class).id();
        if (id == null) {
            throw MediaNestException.invalid("id", "'id' is missing: say which notification was read");
        }
        return actions.readNotification(client.caller(), id);
    }

    private static <T> T read(JsonNode payload, Class<T> type) {
        if (!payload.isObject()) {
            throw new MediaNestException(ErrorCode.VALIDATION_ERROR, "The payload must be a JSON object", "body");
        }
        try {
            return Json.strict().treeToValue(payload, type);
        } catch (JsonProcessingException e) {
            var field = e instanceof JsonMappingException mapping ? Json.pathOf(mapping) : "body";
            throw new MediaNestException(
                    ErrorCode.VALIDATION_ERROR, "A field has a value of the wrong kind", field, null, e);
        }
    }

    /// The payload of `notification:read`.
    private record NotificationRead(@Nullable String id) {}

    private static void answer(SocketEvent event, Supplier<Object> action) {
        Correlation.run(Correlation.fresh(), () -> {
            try {
                event.acknowledge(Envelope.of(action.get()));
            } catch (MediaNestException e) {
                LOG.debug("{} was refused: {}", event.name(), e.code());
                event.acknowledge(refusal(new ApiProblem(e.code(), String.valueOf(e.getMessage()), e.details())));
            } catch (RuntimeException e) {
                LOG.error("{} failed", event.name(), e);
                event.acknowledge(
                        refusal(new ApiProblem(ErrorCode.INTERNAL_ERROR, "Something went wrong in MediaNest", null)));
            }
        });
    }

    private static Envelope<Void> refusal(ApiProblem problem) {
        return Envelope.failed(problem, Correlation.current());
    }
}
