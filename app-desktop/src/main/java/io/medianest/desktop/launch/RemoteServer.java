package io.medianest.desktop.launch;

import io.medianest.desktop.api.Admission;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
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
    public Optional<Admission> admission() {
        return file().read()
                .map(text -> text.lines().map(String::strip).toList())
                .flatMap(RemoteServer::admission);
    }

    /// The first line is the token, the second its id where it has one.
    private static Optional<Admission> admission(List<String> lines) {
        if (lines.isEmpty() || lines.getFirst().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Admission(lines.getFirst(), lines.size() > 1 ? lines.get(1) : null));
    }

    /// Keeps what lets this window in.
    public void remember(Admission admission) throws IOException {
        String id = admission.id();
        file().write(admission.token() + "\n" + (id == null ? "" : id + "\n"));
    }

    /// Is a stranger again.
    public void forget() throws IOException {
        file().delete();
    }

    private OwnFile file() {
        return new OwnFile(directory.resolve(TOKEN));
    }
}
