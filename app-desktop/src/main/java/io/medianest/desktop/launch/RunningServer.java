package io.medianest.desktop.launch;

import java.net.URI;

/// A server that runs in this process.
public interface RunningServer extends AutoCloseable {
    /// Where it answers on this machine.
    URI address();

    /// Lets the window in as the owner; kept in memory only.
    String credential();

    @Override
    void close();
}
