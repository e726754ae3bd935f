package io.medianest.desktop;

import io.medianest.desktop.api.EventStream;
import io.medianest.desktop.api.HttpCalls;
import io.medianest.desktop.api.ServerConnection;
import io.medianest.desktop.launch.RunningServer;
import java.util.concurrent.Executor;

/// The ways from this window to a server, which nobody uses yet.
///
/// @param events listens to nothing before it is started
record Line(RunningServer server, HttpCalls calls, EventStream events) implements AutoCloseable {
    /// Makes them. That takes a while, for which the FX thread should not have to wait.
    ///
    /// @param ui runs on the FX thread
    static Line to(RunningServer server, Executor ui) {
        var connection = new ServerConnection(server.address(), server.credential());
        return new Line(server, new HttpCalls(connection), new EventStream(connection, ui));
    }

    @Override
    public void close() {
        events.close();
        calls.close();
    }
}
