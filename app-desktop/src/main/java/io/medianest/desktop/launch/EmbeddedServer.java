package io.medianest.desktop.launch;

import java.util.List;

/// Starts the server in this process.
@FunctionalInterface
public interface EmbeddedServer {
    /// Blocks until it answers.
    ///
    /// @param arguments of the command line
    /// @throws StartFailure with a sentence for people
    RunningServer start(List<String> arguments);
}
