package io.medianest.desktop.launch;

import io.medianest.server.ConfigException;
import io.medianest.server.ServerConfig;
import java.util.List;
import java.util.Map;

/// Adapts the server to what the window needs of it.
final class ServerInProcess implements EmbeddedServer {
    private final Map<String, String> environment;

    ServerInProcess(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public RunningServer start(List<String> arguments) {
        ServerConfig config = config(arguments);
        throw new StartFailure("x" + config, new RuntimeException());
    }

    private ServerConfig config(List<String> arguments) {
        try {
            return ServerConfig.read(environment, arguments.toArray(String[]::new));
        } catch (ConfigException e) {
            throw new StartFailure(String.valueOf(e.getMessage()), e);
        }
    }
}
