package io.medianest.server.platform.socketio.engine;

/// What came is not of the protocol. The session that it came from ends.
final class ProtocolViolation extends Exception {
    private static final long serialVersionUID = 1L;

    ProtocolViolation(String message) {
        super(message);
    }

    ProtocolViolation(String message, Throwable cause) {
        super(message, cause);
    }
}
