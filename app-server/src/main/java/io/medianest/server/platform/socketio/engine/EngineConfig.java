package io.medianest.server.platform.socketio.engine;

import java.time.Duration;

/// The numbers of an Engine.IO server.
///
/// @param pingInterval between two pings, as long as they are answered
/// @param pingTimeout how long a pong may take before the session ends
/// @param upgradeTimeout how long a WebSocket may try to take a polling session over
/// @param maxPayload bytes of a message, or of the body of a POST
/// @param maxSessions open at the same time; further handshakes are refused
/// @param outboxMessages that may wait for one client; one more ends its session
/// @param outboxBytes of messages that may wait for one client, texts counted by their characters; more end its
/// session,
///     unless they are the only ones
public record EngineConfig(
        Duration pingInterval,
        Duration pingTimeout,
        Duration upgradeTimeout,
        int maxPayload,
        int maxSessions,
        int outboxMessages,
        int outboxBytes) {
    public EngineConfig {
        requirePositive("pingInterval", pingInterval.toMillis());
        requirePositive("pingTimeout", pingTimeout.toMillis());
        requirePositive("upgradeTimeout", upgradeTimeout.toMillis());
        requirePositive("maxPayload", maxPayload);
        requirePositive("maxSessions", maxSessions);
        requirePositive("outboxMessages", outboxMessages);
        requirePositive("outboxBytes", outboxBytes);
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be positive, not " + value);
        }
    }
}
