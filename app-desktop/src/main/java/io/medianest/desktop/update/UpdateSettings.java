package io.medianest.desktop.update;

import java.util.prefs.Preferences;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What this machine remembers about newer versions. Belongs to the FX thread.
public final class UpdateSettings {
    private static final String ADDRESS = "updates";
    private static final String SKIPPED = "updates-skipped";

    private final Preferences store;
    private final StringProperty address = new SimpleStringProperty();

    /// @param fallback the address that whoever packaged the program has chosen; empty for none
    public UpdateSettings(Preferences store, String fallback) {
        this.store = store;
        address.set(store.get(ADDRESS, fallback));
        address.addListener((_, _, now) -> store.put(ADDRESS, now.strip()));
    }

    /// Where a small JSON says what the newest version is; empty when nobody shall be asked.
    public StringProperty addressProperty() {
        return address;
    }

    /// The version that the person does not want to hear of again; empty for none.
    String skipped() {
        return store.get(SKIPPED, "");
    }

    void skip(String version) {
        store.put(SKIPPED, version);
    }
}
