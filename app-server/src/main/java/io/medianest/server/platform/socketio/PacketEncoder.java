package io.medianest.server.platform.socketio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.medianest.server.platform.socketio.engine.EngineMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Writes packets as one text message and the binary ones that belong to it. Thread-safe.
final class PacketEncoder {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ObjectMapper json;

    PacketEncoder(ObjectMapper json) {
        this.json = json;
    }

    /// The values as JSON trees.
    List<JsonNode> trees(@Nullable Object... values) {
        var trees = new ArrayList<JsonNode>(values.length);
        for (Object value : values) {
            trees.add(json.valueToTree(value));
        }
        return trees;
    }

    List<EngineMessage> encode(Packet packet) {
        return switch (packet) {
            case Packet.Connect(String namespace, JsonNode payload) -> plain('0', namespace, payload);
            case Packet.Disconnect(String namespace) -> plain('1', namespace, null);
            case Packet.Event(String namespace, OptionalLong ackId, String name, List<JsonNode> args) ->
                withBinary(
                        '2', '5', namespace, ackId, NODES.arrayNode().add(name).addAll(args));
            case Packet.Ack(String namespace, long ackId, List<JsonNode> args) ->
                withBinary(
                        '3',
                        '6',
                        namespace,
                        OptionalLong.of(ackId),
                        NODES.arrayNode().addAll(args));
            case Packet.ConnectError(String namespace, JsonNode problem) -> plain('4', namespace, problem);
        };
    }

    private List<EngineMessage> plain(char type, String namespace, @Nullable JsonNode payload) {
        return List.of(new EngineMessage.Text(type + prefix(namespace) + (payload == null ? "" : write(payload))));
    }

    private List<EngineMessage> withBinary(
            char plainType, char binaryType, String namespace, OptionalLong ackId, ArrayNode data) {
        var attachments = new ArrayList<EngineMessage>();
        var text = new StringBuilder();
        JsonNode hollow = hollow(data, attachments);
        if (attachments.isEmpty()) {
            text.append(plainType);
        } else {
            text.append(binaryType).append(attachments.size()).append('-');
        }
        text.append(prefix(namespace));
        ackId.ifPresent(text::append);
        text.append(write(hollow));
        var messages = new ArrayList<EngineMessage>();
        messages.add(new EngineMessage.Text(text.toString()));
        messages.addAll(attachments);
        return messages;
    }

    /// The tree with placeholders for the bytes, which are put aside.
    private static JsonNode hollow(JsonNode node, List<EngineMessage> attachments) {
        return switch (node) {
            case BinaryNode binary -> {
                attachments.add(new EngineMessage.Binary(binary.binaryValue()));
                yield NODES.objectNode().put("_placeholder", true).put("num", attachments.size() - 1);
            }
            case ArrayNode array -> {
                var copy = NODES.arrayNode(array.size());
                array.forEach(element -> copy.add(hollow(element, attachments)));
                yield copy;
            }
            case ObjectNode object -> {
                var copy = NODES.objectNode();
                object.forEachEntry((name, value) -> copy.set(name, hollow(value, attachments)));
                yield copy;
            }
            default -> node;
        };
    }

    private static String prefix(String namespace) {
        return namespace.equals("/") ? "" : namespace + ",";
    }

    private String write(JsonNode node) {
        try {
            return json.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON", e);
        }
    }
}
