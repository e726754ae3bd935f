package io.medianest.server.platform.socketio;

import java.util.concurrent.CountDownLatch;

/// Serves the public conformance suites of Engine.IO (`/engine.io/`) and Socket.IO (`/socket.io/`) until it is killed.
public final class SocketIoConformanceServer {
    private SocketIoConformanceServer() {}

    /// @param args the port
    public static void main(String... args) throws InterruptedException {
        try (var server = EchoServer.forSuites(Integer.parseInt(args[0]))) {
            System.out.println("Listening on 127.0.0.1:" + server.port());
            new CountDownLatch(1).await();
        }
    }
}
