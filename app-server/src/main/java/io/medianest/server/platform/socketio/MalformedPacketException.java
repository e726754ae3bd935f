package io.medianest.server.platform.socketio;

/// What came is not of the protocol. The connection that it came from is closed.
final class MalformedPacketException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedPacketException(String message) {
        super(message);
    }

    MalformedPacketException(String message, Throwable cause) {
        super(message, cause);
    }
}
