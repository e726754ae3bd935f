package io.medianest.server.platform.socketio.engine;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/// A packet of the protocol, and how it is written as text.
sealed interface EnginePacket {
    /// One of the packets that carry no message.
    record Control(Kind kind, String data) implements EnginePacket {
        static final Control CLOSE = new Control(Kind.CLOSE, "");
        static final Control PING = new Control(Kind.PING, "");
        static final Control NOOP = new Control(Kind.NOOP, "");
    }

    record Message(EngineMessage message) implements EnginePacket {}

    /// The ordinal is the digit on the wire; 4 is taken by messages.
    enum Kind {
        OPEN('0'),
        CLOSE('1'),
        PING('2'),
        PONG('3'),
        UPGRADE('5'),
        NOOP('6');

        private final char digit;

        Kind(char digit) {
            this.digit = digit;
        }
    }

    char SEPARATOR = '\u001e';

    /// Reads a packet from a text frame or from a part of a polled body.
    ///
    /// @throws ProtocolViolation when it is none
    static EnginePacket parse(String text) throws ProtocolViolation {
        if (text.isEmpty()) {
            throw new ProtocolViolation("empty packet");
        }
        String data = text.substring(1);
        return switch (text.charAt(0)) {
            case '0' -> new Control(Kind.OPEN, data);
            case '1' -> new Control(Kind.CLOSE, data);
            case '2' -> new Control(Kind.PING, data);
            case '3' -> new Control(Kind.PONG, data);
            case '4' -> new Message(new EngineMessage.Text(data));
            case '5' -> new Control(Kind.UPGRADE, data);
            case '6' -> new Control(Kind.NOOP, data);
            default -> throw new ProtocolViolation("unknown packet type");
        };
    }

    /// Reads the body of a POST: packets, of which those beginning with `b` are Base64 (some clients break its
    /// lines).
    static List<EnginePacket> parseBody(String body) throws ProtocolViolation {
        var packets = new ArrayList<EnginePacket>();
        for (int start = 0; start <= body.length(); ) {
            int end = body.indexOf(SEPARATOR, start);
            String part = body.substring(start, end < 0 ? body.length() : end);
            packets.add(part.startsWith("b") ? parseBase64(part) : parse(part));
            start = end < 0 ? body.length() + 1 : end + 1;
        }
        return packets;
    }

    private static EnginePacket parseBase64(String part) throws ProtocolViolation {
        try {
            return new Message(new EngineMessage.Binary(Base64.getMimeDecoder().decode(part.substring(1))));
        } catch (IllegalArgumentException e) {
            throw new ProtocolViolation("invalid Base64", e);
        }
    }

    /// The body of a poll's reply.
    static String body(List<EnginePacket> packets) {
        return packets.stream().map(EnginePacket::text).collect(Collectors.joining(String.valueOf(SEPARATOR)));
    }

    /// About the bytes that it takes until it is sent: those of a text are counted as one a character.
    default int bytes() {
        return switch (this) {
            case Control(Kind _, String data) -> data.length();
            case Message(EngineMessage.Text(String text)) -> text.length();
            case Message(EngineMessage.Binary(byte[] bytes)) -> bytes.length;
        };
    }

    /// As text; bytes as Base64, which only polling uses.
    default String text() {
        return switch (this) {
            case Control(Kind kind, String data) -> kind.digit + data;
            case Message(EngineMessage.Text(String text)) -> "4" + text;
            case Message(EngineMessage.Binary(byte[] bytes)) ->
                "b" + Base64.getEncoder().encodeToString(bytes);
        };
    }
}
