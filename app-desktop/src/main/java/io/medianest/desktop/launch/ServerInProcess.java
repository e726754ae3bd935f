package io.medianest.desktop.launch;

import io.medianest.server.ConfigException;
import io.medianest.server.MediaNestServer;
import io.medianest.server.ServerConfig;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Adapts the server to what the window needs of it.
final class ServerInProcess implements EmbeddedServer {
    private static final Set<String> ALL_ADDRESSES = Set.of("", "0.0.0.0", "::", "[::]");
    private static final String LOOPBACK = "127.0.0.1";

    private final Map<String, String> environment;

    ServerInProcess(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public RunningServer start(List<String> arguments) {
        try {
            ServerConfig config = ServerConfig.read(environment, arguments.toArray(String[]::new));
            MediaNestServer server = MediaNestServer.start(config);
            return new Running(server, reachable(server.host()));
        } catch (ConfigException e) {
            throw new StartFailure(e);
        }
    }

    private static String reachable(String host) {
        if (ALL_ADDRESSES.contains(host)) {
            return LOOPBACK;
        }
        return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    private record Running(MediaNestServer server, String host) implements RunningServer {
        @Override
        public URI address() {
            return URI.create("http://" + host + ":" + server.port() + "/");
        }

        @Override
        public String credential() {
            return server.ownerToken();
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
