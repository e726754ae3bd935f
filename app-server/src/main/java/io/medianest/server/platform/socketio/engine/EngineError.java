package io.medianest.server.platform.socketio.engine;

/// What a refused request is told. Codes 0 to 5 are those of the reference server.
public enum EngineError {
    UNKNOWN_TRANSPORT(0, 400, "Transport unknown"),
    UNKNOWN_SESSION(1, 400, "Session ID unknown"),
    BAD_HANDSHAKE_METHOD(2, 400, "Bad handshake method"),
    BAD_REQUEST(3, 400, "Bad request"),
    FORBIDDEN(4, 403, "Forbidden"),
    UNSUPPORTED_VERSION(5, 400, "Unsupported protocol version"),
    TOO_MANY_SESSIONS(6, 503, "Too many sessions"),
    PAYLOAD_TOO_LARGE(7, 413, "Payload too large");

    private final int code;
    private final int status;
    private final String message;

    EngineError(int code, int status, String message) {
        this.code = code;
        this.status = status;
        this.message = message;
    }

    /// The HTTP status.
    public int status() {
        return status;
    }

    String json() {
        return "{\"code\":%d,\"message\":\"%s\"}".formatted(code, message);
    }
}
