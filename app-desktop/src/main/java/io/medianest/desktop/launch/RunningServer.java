package io.medianest.desktop.launch;

import java.net.URI;

/// A server that runs: in this process, or elsewhere in the house.
public interface RunningServer extends AutoCloseable {
    /// Where it answers.
    URI address();

    /// Lets the window in as the owner; kept in memory only.
    String credential();

    @Override
    void close();

    /// One that this window only visits.
    ///
    /// @param credential what lets the window in
    static RunningServer elsewhere(URI address, String credential) {
        return new Elsewhere(address, credential);
    }

    /// Goes on without us.
    ///
    /// @param credential never logged
    record Elsewhere(URI address, String credential) implements RunningServer {
        @Override
        public void close() {
            // It is not ours to end.
        }

        @Override
        public String toString() {
            return "Elsewhere[" + address + "]";
        }
    }
}
