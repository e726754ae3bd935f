package io.medianest.desktop;

import io.medianest.desktop.api.Pairings;
import io.medianest.desktop.connect.ConnectViewModel;
import io.medianest.desktop.launch.RemoteServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/// The door of a real server.
record RemoteDoor(RemoteServer server) implements ConnectViewModel.Door {
    @Override
    public Optional<String> token() {
        return server.token();
    }

    @Override
    public void check(String token) {
        Pairings.check(server.address(), token);
    }

    @Override
    public String pair(String code) {
        return Pairings.pair(server.address(), code, "MediaNest on " + machine());
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return System.getProperty("user.name", "another computer");
        }
    }

    @Override
    public void remember(String token) throws IOException {
        server.remember(token);
    }

    @Override
    public void forget() throws IOException {
        server.forget();
    }
}
