package io.medianest.desktop.launch;

import io.medianest.server.ServerConfig;
import java.util.List;

/// Starts the server in this process.
@FunctionalInterface
public interface EmbeddedServer {
    /// Blocks until it answers.
    ///
    /// @param arguments of the command line
    /// @throws StartFailure with a sentence for people
    RunningServer start(List<String> arguments);

    /// The real one.
    static EmbeddedServer inThisProcess() {
        return new ServerInProcess(System.getenv());
    }

    /// Whether the arguments ask for the help text instead of a start.
    static boolean asksForHelp(String... arguments) {
        return ServerConfig.asksForHelp(arguments);
    }

    /// Every option with its default.
    static String help() {
        return ServerConfig.help();
    }
}
