package io.medianest.desktop.settings;

import io.medianest.desktop.api.ApiException;
import io.medianest.model.settings.SettingSource;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/// Whether other devices of the house may reach the server: a switch over the address that it listens on.
public final class SharingViewModel {
    /// Whoever listens here is heard on this machine only.
    private static final String THIS_MACHINE = "127.0.0.1";

    private final SettingsModel settings;
    private final SettingField host;
    private final BooleanProperty shared = new SimpleBooleanProperty(true);
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<@Nullable SettingSource> fixedBy = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ApiException> problem = new ReadOnlyObjectWrapper<>();
    /// The address that it goes back to: somebody may have chosen one of several networks.
    private String open = "";

    private boolean reading;
    private boolean switching;

    public SharingViewModel(SettingsModel settings) {
        this.settings = settings;
        this.host = settings.field("server.host");
        host.entryProperty().subscribe(_ -> read());
        host.stateProperty().subscribe(_ -> read());
        shared.subscribe((_, now) -> switched(now));
    }

    /// As it is, not as somebody would like it: the server goes on listening until it has taken the change.
    private void read() {
        var known = host.entryProperty().get();
        ready.set(known != null && !known.locked());
        fixedBy.set(known != null && known.locked() ? known.source() : null);
        var state = host.stateProperty().get();
        if (known == null || host.isSaving() || (switching && state == SettingField.State.STILL)) {
            return;
        }
        if (switching) {
            switching = false;
            ended(state);
        }
        String address = Objects.requireNonNullElse(known.value(), "");
        if (!isHereOnly(address)) {
            open = address;
        }
        reading = true;
        shared.set(!isHereOnly(address));
        reading = false;
    }

    private void ended(SettingField.State state) {
        if (state == SettingField.State.REFUSED) {
            problem.set(host.problemProperty().get());
            host.revert();
        }
    }

    private static boolean isHereOnly(String address) {
        return address.equals(THIS_MACHINE) || address.equals("localhost") || address.equals("::1");
    }

    private void switched(boolean now) {
        if (reading || !ready.get()) {
            return;
        }
        switching = true;
        problem.set(null);
        host.draftProperty().set(now ? open : THIS_MACHINE);
        settings.commit(host);
    }

    public BooleanProperty sharedProperty() {
        return shared;
    }

    /// Whether it can be switched: the settings were read, and nothing outside fixes it.
    public ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    /// What outside fixes it; absent where nothing does.
    public ReadOnlyObjectProperty<@Nullable SettingSource> fixedByProperty() {
        return fixedBy.getReadOnlyProperty();
    }

    /// Why the last switch was not taken; absent where it was.
    public ReadOnlyObjectProperty<@Nullable ApiException> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
