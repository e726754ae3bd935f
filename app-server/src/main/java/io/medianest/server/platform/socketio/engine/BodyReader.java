package io.medianest.server.platform.socketio.engine;

import java.io.IOException;

/// Reads what a client posts. The place for somebody who watches how long that takes: a client that sends
/// byte by byte holds its connection and a thread.
@FunctionalInterface
public interface BodyReader {
    byte[] read(Body body) throws IOException;

    /// Reads however long it takes.
    static BodyReader plain() {
        return Body::read;
    }

    /// What there is to be read, to its end or to the limit. Once only.
    @FunctionalInterface
    interface Body {
        byte[] read() throws IOException;
    }
}
