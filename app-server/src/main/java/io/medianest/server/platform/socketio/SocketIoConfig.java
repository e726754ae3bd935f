package io.medianest.server.platform.socketio;

import io.medianest.server.platform.socketio.engine.EngineConfig;
import java.time.Duration;

/// The numbers of a Socket.IO server.
///
/// @param path where it listens; begins and ends with a slash
/// @param connectTimeout how long a client may take to join its first namespace
/// @param maxStrangers connections of one address at the same time that have not joined a namespace yet;
///     further ones are refused
/// @param engine of the connections
public record SocketIoConfig(String path, Duration connectTimeout, int maxStrangers, EngineConfig engine) {
    /// What clients expect unless told otherwise: `/socket.io/`, ping every 25 s, pong within 20 s, 1 MB a
    /// message; 512 messages or 1 MB may wait for a client. Whoever has nothing to say gets 10 s, and 32
    /// places an address.
    public static SocketIoConfig defaults() {
        return new SocketIoConfig(
                "/socket.io/",
                Duration.ofSeconds(10),
                32,
                new EngineConfig(
                        Duration.ofSeconds(25),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(10),
                        1_000_000,
                        2_000,
                        512,
                        1_000_000));
    }
}
