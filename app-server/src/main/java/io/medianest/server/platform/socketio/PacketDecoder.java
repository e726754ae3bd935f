package io.medianest.server.platform.socketio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one client's messages as packets, putting attachments back to their places. For one thread at a time.
final class PacketDecoder {
    static final int MAX_ATTACHMENTS = 16;

    private static final Set<String> RESERVED =
            Set.of("connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener");
    private static final int MAX_NUMBER_LENGTH = 15;

    private final ObjectReader json;
    private final int maxBytes;
    private final List<byte[]> attachments = new ArrayList<>();
    private long attachedBytes;
    private @Nullable Header incomplete;

    /// @param maxBytes of all attachments of one packet
    PacketDecoder(ObjectMapper json, int maxBytes) {
        this.json = json.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.maxBytes = maxBytes;
    }

    /// Takes a text.
    ///
    /// @return the packet that is complete with it
    Optional<Packet> text(String text) throws MalformedPacketException {
        if (incomplete != null) {
            throw new MalformedPacketException("a text where an attachment was due");
        }
        var header = parse(text);
        if (header.attachments() > 0) {
            incomplete = header;
            return Optional.empty();
        }
        return Optional.of(packet(header));
    }

    /// Takes an attachment.
    ///
    /// @return the packet that is complete with it
    Optional<Packet> binary(byte[] bytes) throws MalformedPacketException {
        var header = incomplete;
        if (header == null) {
            throw new MalformedPacketException("an attachment without a packet");
        }
        attachedBytes += bytes.length;
        if (attachedBytes > maxBytes) {
            throw new MalformedPacketException("attachments too large");
        }
        attachments.add(bytes);
        if (attachments.size() < header.attachments()) {
            return Optional.empty();
        }
        incomplete = null;
        try {
            return Optional.of(packet(header.withData(filled(header.data()))));
        } finally {
            attachments.clear();
            attachedBytes = 0;
        }
    }

    /// What a text message says: `type [attachments "-"] [namespace ","] [ackId] [data]`.
    private record Header(
            char type,
            int attachments,
            String namespace,
            OptionalLong ackId,
            @Nullable JsonNode data) {
        Header withData(@Nullable JsonNode other) {
            return new Header(type, attachments, namespace, ackId, other);
        }
    }

    private Header parse(String text) throws MalformedPacketException {
        if (text.isEmpty()) {
            throw new MalformedPacketException("empty packet");
        }
        int at = 1;
        char type = text.charAt(0);
        int count = 0;
        if (type == '5' || type == '6') {
            int end = digits(text, at);
            count = (int) number(text, at, end);
            if (end == text.length() || text.charAt(end) != '-' || count == 0 || count > MAX_ATTACHMENTS) {
                throw new MalformedPacketException("bad number of attachments");
            }
            at = end + 1;
        }
        String namespace = "/";
        if (text.startsWith("/", at)) {
            int comma = text.indexOf(',', at);
            int end = comma < 0 ? text.length() : comma;
            namespace = withoutQuery(text.substring(at, end));
            at = comma < 0 ? end : end + 1;
        }
        int end = digits(text, at);
        var ackId = end > at ? OptionalLong.of(number(text, at, end)) : OptionalLong.empty();
        return new Header(type, count, namespace, ackId, end < text.length() ? read(text.substring(end)) : null);
    }

    private static String withoutQuery(String namespace) {
        int query = namespace.indexOf('?');
        return query < 0 ? namespace : namespace.substring(0, query);
    }

    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static long number(String text, int from, int to) throws MalformedPacketException {
        if (to == from || to - from > MAX_NUMBER_LENGTH) {
            throw new MalformedPacketException("bad number");
        }
        return Long.parseLong(text, from, to, 10);
    }

    private JsonNode read(String text) throws MalformedPacketException {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new MalformedPacketException("not JSON", e);
        }
    }

    private static Packet packet(Header header) throws MalformedPacketException {
        return switch (header.type()) {
            case '0' -> new Packet.Connect(header.namespace(), object(header.data()));
            case '1' -> disconnect(header);
            case '2', '5' -> event(header);
            case '3', '6' -> ack(header);
            default -> throw new MalformedPacketException("no packet of a client");
        };
    }

    private static @Nullable JsonNode object(@Nullable JsonNode data) throws MalformedPacketException {
        if (data != null && !data.isObject()) {
            throw new MalformedPacketException("CONNECT takes an object");
        }
        return data;
    }

    private static Packet disconnect(Header header) throws MalformedPacketException {
        if (header.data() != null) {
            throw new MalformedPacketException("DISCONNECT takes nothing");
        }
        return new Packet.Disconnect(header.namespace());
    }

    private static Packet event(Header header) throws MalformedPacketException {
        var values = array(header.data());
        if (values.isEmpty() || !values.getFirst().isTextual()) {
            throw new MalformedPacketException("an event without a name");
        }
        String name = values.getFirst().textValue();
        if (RESERVED.contains(name)) {
            throw new MalformedPacketException("a reserved event");
        }
        return new Packet.Event(header.namespace(), header.ackId(), name, values.subList(1, values.size()));
    }

    private static Packet ack(Header header) throws MalformedPacketException {
        if (header.ackId().isEmpty()) {
            throw new MalformedPacketException("an acknowledgement of nothing");
        }
        return new Packet.Ack(header.namespace(), header.ackId().getAsLong(), array(header.data()));
    }

    private static List<JsonNode> array(@Nullable JsonNode data) throws MalformedPacketException {
        if (!(data instanceof ArrayNode array)) {
            throw new MalformedPacketException("not a list");
        }
        return List.copyOf(array.valueStream().toList());
    }

    /// The tree with the attachments where their placeholders were.
    private @Nullable JsonNode filled(@Nullable JsonNode node) throws MalformedPacketException {
        if (node instanceof ObjectNode object && object.path("_placeholder").asBoolean()) {
            int index = object.path("num").asInt(-1);
            if (index < 0 || index >= attachments.size()) {
                throw new MalformedPacketException("a placeholder for nothing");
            }
            return BinaryNode.valueOf(attachments.get(index));
        }
        if (node instanceof ObjectNode object) {
            for (var field : object.properties()) {
                field.setValue(filled(field.getValue()));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, filled(array.get(i)));
            }
        }
        return node;
    }
}
