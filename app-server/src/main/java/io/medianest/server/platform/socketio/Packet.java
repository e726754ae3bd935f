package io.medianest.server.platform.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// What clients and servers tell each other. Binary is inside the JSON trees, as `BinaryNode`s.
sealed interface Packet {
    String namespace();

    record Connect(String namespace, @Nullable JsonNode payload) implements Packet {}

    record Disconnect(String namespace) implements Packet {}

    record Event(String namespace, OptionalLong ackId, String name, List<JsonNode> args) implements Packet {}

    record Ack(String namespace, long ackId, List<JsonNode> args) implements Packet {}

    record ConnectError(String namespace, JsonNode problem) implements Packet {}
}
