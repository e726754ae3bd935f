package io.medianest.server.platform.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.medianest.model.api.Json;
import io.medianest.model.event.ServerEvent;
import io.medianest.server.platform.event.EventBus.Published;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Events as servers tell them each other. The names of their classes say what kind they are; fields may come and go
/// with the versions of the program.
final class EventText {
    private static final Logger LOG = LoggerFactory.getLogger(EventText.class);
    private static final Map<String, Class<?>> KINDS = Arrays.stream(ServerEvent.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    private EventText() {}

    private record Told(String kind, String correlationId, JsonNode event) {}

    static String of(Published published) {
        try {
            return Json.strict()
                    .writeValueAsString(new Told(
                            published.event().getClass().getSimpleName(),
                            published.correlationId(),
                            Json.strict().valueToTree(published.event())));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an event that cannot be written as JSON", e);
        }
    }

    /// Empty for what only another version of the program knows.
    static Optional<Published> parse(String text) {
        try {
            var told = Json.lenient().readValue(text, Told.class);
            var kind = KINDS.get(told.kind);
            if (kind == null) {
                return Optional.empty();
            }
            var event = (ServerEvent) Json.lenient().treeToValue(told.event, kind);
            return Optional.of(new Published(event, told.correlationId));
        } catch (JsonProcessingException e) {
            LOG.warn("an event of another server cannot be read", e);
            return Optional.empty();
        }
    }
}
