package io.medianest.server.platform.socketio.engine;

/// What travels between client and application.
public sealed interface EngineMessage {
    /// A text.
    record Text(String text) implements EngineMessage {}

    /// Bytes. The array is handed over: neither side changes it afterwards.
    @SuppressWarnings("ArrayRecordComponent") // equality is never asked for, and a copy per message would be waste
    record Binary(byte[] bytes) implements EngineMessage {}
}
