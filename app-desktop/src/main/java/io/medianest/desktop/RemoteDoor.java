package io.medianest.desktop;

import io.medianest.desktop.api.Admission;
import io.medianest.desktop.api.Pairings;
import io.medianest.desktop.connect.ConnectViewModel;
import io.medianest.desktop.launch.RemoteServer;
import io.medianest.desktop.ui.Texts;
import io.medianest.model.account.PlexPin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/// The door of a real server.
record RemoteDoor(RemoteServer server, Texts texts) implements ConnectViewModel.Door {
    @Override
    public Optional<Admission> admission() {
        return server.admission();
    }

    @Override
    public void check(Admission admission) {
        Pairings.check(server.address(), admission.token());
    }

    @Override
    public Admission pair(String code) {
        return Pairings.pair(server.address(), code, device());
    }

    @Override
    public PlexPin askPlex() {
        return Pairings.beginPlex(server.address(), device());
    }

    @Override
    public Optional<Admission> answerOfPlex(PlexPin pin) {
        return Pairings.endPlex(server.address(), pin);
    }

    private String device() {
        return texts.get("connect.device", machine());
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return System.getProperty("user.name", "?");
        }
    }

    @Override
    public void remember(Admission admission) throws IOException {
        server.remember(admission);
    }

    @Override
    public void forget() throws IOException {
        server.forget();
    }
}
