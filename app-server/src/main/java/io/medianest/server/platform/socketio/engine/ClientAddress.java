package io.medianest.server.platform.socketio.engine;

/// Tells where a client is. The place for somebody who knows which proxies may speak for others.
@FunctionalInterface
public interface ClientAddress {
    String of(EngineHandshake handshake);

    /// Whoever is connected, be it a proxy.
    static ClientAddress peer() {
        return EngineHandshake::remoteAddress;
    }
}
