package io.medianest.desktop.launch;

import io.medianest.server.ConfigException;
import io.medianest.server.ServerConfig;
import io.medianest.server.Version;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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

    /// Whether the arguments ask which MediaNest this is instead of a start.
    static boolean asksForVersion(String... arguments) {
        return ServerConfig.asksForVersion(arguments);
    }

    /// Where a server with these arguments keeps its data.
    ///
    /// @return empty when the arguments make no sense, which its start will explain
    static Optional<Path> dataDirectory(List<String> arguments) {
        try {
            return Optional.of(ServerConfig.dataDirectory(System.getenv(), arguments));
        } catch (ConfigException _) {
            return Optional.empty();
        }
    }

    /// Which MediaNest this is: window and server are always of one version.
    static String version() {
        return Version.current();
    }

    /// Every option with its default.
    static String help() {
        return ServerConfig.help();
    }
}
