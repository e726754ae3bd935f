package io.medianest.desktop.launch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// Another MediaNest in the house that this window may be a window of. The token that it has for that is kept in a file
/// that only the owner of this machine's account can read. Thread-safe.
///
/// @param address the root, such as `http://192.168.1.20:4000/`
/// @param directory what this machine keeps about that server
public record RemoteServer(URI address, Path directory) {
    private static final String TOKEN = "window.token";

    /// @param dataDirectory of this machine's installation
    public static RemoteServer of(URI address, Path dataDirectory) {
        String name = (address.getHost() + "_" + address.getPort()).replaceAll("[^A-Za-z0-9.-]", "_");
        return new RemoteServer(address, dataDirectory.resolve("remotes").resolve(name));
    }

    /// What lets this window in.
    ///
    /// @return empty before it was paired
    public Optional<String> token() {
        return file().read().map(String::strip).filter(token -> !token.isEmpty());
    }

    /// Keeps what lets this window in.
    public void remember(String token) throws IOException {
        file().write(token + "\n");
    }

    /// Is a stranger again. The server forgets the token when its admin revokes it.
    public void forget() throws IOException {
        file().delete();
    }

    private OwnFile file() {
        return new OwnFile(directory.resolve(TOKEN));
    }
}
