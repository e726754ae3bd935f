package io.medianest.desktop.settings;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// Whether other devices of the house may reach the server: a switch over the address that it listens on.
public final class SharingViewModel {
    /// Whoever listens here is heard on this machine only.
    private static final String THIS_MACHINE = "127.0.0.1";

    private final SettingsModel settings;
    private final SettingField host;
    private final BooleanProperty shared = new SimpleBooleanProperty(true);
    private boolean reading;

    public SharingViewModel(SettingsModel settings) {
        this.settings = settings;
        this.host = settings.field("server.host");
        host.entryProperty().subscribe(_ -> read());
        host.stateProperty().subscribe(_ -> read());
        shared.subscribe((_, now) -> switched(now));
    }

    private void read() {
        if (host.stateProperty().get() == SettingField.State.SAVING) {
            return;
        }
        reading = true;
        shared.set(!isHereOnly(host.draftProperty().get()));
        reading = false;
    }

    private static boolean isHereOnly(String address) {
        return address.equals(THIS_MACHINE) || address.equals("localhost") || address.equals("::1");
    }

    private void switched(boolean now) {
        if (!reading && !host.isLocked()) {
            host.draftProperty().set(now ? "" : THIS_MACHINE);
            settings.commit(host);
        }
    }

    public BooleanProperty sharedProperty() {
        return shared;
    }

    /// The setting behind the switch.
    public SettingField host() {
        return host;
    }
}
