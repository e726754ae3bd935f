package io.medianest.desktop.launch;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The command line, divided: what the window takes, and what it hands on to the server.
///
/// @param server options of the server
/// @param links addresses and `medianest:` links to open
/// @param remote another MediaNest to be a window of; null for the one in this process
public record WindowArguments(
        List<String> server, List<String> links, @Nullable URI remote) {
    private static final String CONNECT = "--connect";
    private static final String DEMO = "--demo";
    private static final String DATA = "--data.dir=";
    private static final String ANY_PORT = "--server.any-port";
    private static final int USUAL_PORT = 4000;

    /// @param all the command line
    /// @throws StartFailure with a sentence for people when `--connect` names no server
    public static WindowArguments read(List<String> all) {
        var server = new ArrayList<String>();
        var links = new ArrayList<String>();
        URI remote = null;
        for (int i = 0; i < all.size(); i++) {
            String argument = all.get(i);
            if (argument.equals(CONNECT)) {
                i++;
                remote = address(i < all.size() ? all.get(i) : "");
            } else if (argument.startsWith(CONNECT + "=")) {
                remote = address(argument.substring(CONNECT.length() + 1));
            } else if (isLink(argument)) {
                links.add(argument);
            } else {
                server.add(argument);
            }
        }
        return new WindowArguments(List.copyOf(server), List.copyOf(links), remote);
    }

    /// The server that this window is to be a window of, where it is not the one in this process.
    public Optional<RemoteServer> elsewhere(Path dataDirectory) {
        return Optional.ofNullable(remote).map(address -> RemoteServer.of(address, dataDirectory));
    }

    /// Where the window keeps what is its own: there is one window for each.
    public Path installation(Path dataDirectory) {
        return elsewhere(dataDirectory).map(RemoteServer::directory).orElse(dataDirectory);
    }

    /// The same program as a window of another MediaNest, without links, which have been opened by then.
    public WindowArguments at(URI other) {
        return new WindowArguments(server, List.of(), other);
    }

    /// The same program once its links have been opened.
    public WindowArguments withoutLinks() {
        return new WindowArguments(server, List.of(), remote);
    }

    /// The same program as a demo, which never touches what a household has.
    ///
    /// @param dataDirectory of this machine's installation; the demo's lies beside it
    public WindowArguments demo(Path dataDirectory) {
        var demo = new ArrayList<>(server);
        demo.removeIf(argument -> argument.startsWith(DATA));
        demo.add(DEMO);
        demo.add(DATA + dataDirectory.resolveSibling(dataDirectory.getFileName() + "-demo"));
        return new WindowArguments(List.copyOf(demo), List.of(), null);
    }

    /// The same program on whatever port is free while its own is not, which stays what it was for the next start.
    public WindowArguments onAnyPort() {
        var anywhere = new ArrayList<>(server);
        anywhere.removeIf(argument -> argument.startsWith(ANY_PORT));
        anywhere.add(ANY_PORT);
        return new WindowArguments(List.copyOf(anywhere), links, remote);
    }

    public boolean isDemo() {
        return server.contains(DEMO) || server.contains(DEMO + "=true");
    }

    private static boolean isLink(String argument) {
        String start = argument.toLowerCase(Locale.ROOT);
        return start.startsWith("medianest:") || start.startsWith("https://") || start.startsWith("http://");
    }

    /// What the window takes, as `--help` prints it.
    public static String help() {
        return """
                The window also takes:
                  --connect=URL     be a window of another MediaNest, such as http://192.168.1.20:4000
                  medianest:LINK    a place to open; or the address of a video to download
                """;
    }

    private static URI address(String text) {
        return serverAt(text)
                .orElseThrow(() -> new StartFailure(
                        "--connect=%s names no MediaNest: write its address, for example --connect=http://192.168.1.20:4000"
                                .formatted(text),
                        null));
    }

    /// The root of a server as people write it: without a scheme it is `http`, and without a port that of MediaNest.
    ///
    /// @return empty for what is no address
    public static Optional<URI> serverAt(String text) {
        String plain = text.strip();
        boolean named = plain.contains("://");
        try {
            var uri = new URI(named ? plain : "http://" + plain);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (!web || uri.getHost() == null || uri.getUserInfo() != null) {
                return Optional.empty();
            }
            int port = uri.getPort() >= 0 || named ? uri.getPort() : USUAL_PORT;
            return Optional.of(new URI(uri.getScheme(), null, uri.getHost(), port, "/", null, null));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
