package io.medianest.desktop;

import io.medianest.desktop.api.Admission;
import io.medianest.desktop.api.Pairings;
import io.medianest.desktop.launch.RemoteServer;
import java.io.IOException;

/// Being let in at another MediaNest.
record RemoteVisit(RemoteServer remote, Admission admission) {
    /// Has the other one forget this window, and forgets it here, even where the other does not answer. Blocks.
    ///
    /// @return this
    RemoteVisit end() throws IOException {
        try {
            Pairings.leave(remote.address(), admission);
        } finally {
            remote.forget();
        }
        return this;
    }
}
