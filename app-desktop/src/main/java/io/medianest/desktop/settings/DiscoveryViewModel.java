package io.medianest.desktop.settings;

import io.medianest.desktop.api.SettingsApi;
import io.medianest.desktop.ui.Async;
import io.medianest.model.settings.Discovery;
import io.medianest.model.settings.FoundService;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What answers in the house. That nothing does, or that it cannot be looked for, is no trouble: addresses can be
/// typed.
public final class DiscoveryViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(DiscoveryViewModel.class);

    private final SettingsApi api;
    private final Async async;
    private final ReadOnlyObjectWrapper<List<FoundService>> found = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper(false);

    public DiscoveryViewModel(SettingsApi api, Async async) {
        this.api = api;
        this.async = async;
    }

    /// Looks around; does nothing while it does already.
    public void look() {
        if (looking.get()) {
            return;
        }
        looking.set(true);
        async.latest(this, api::discover).then(this::seen, problem -> {
            LOG.info("The house could not be looked through: {}", problem.message());
            seen(new Discovery(List.of()));
        });
    }

    private void seen(Discovery seen) {
        looking.set(false);
        found.set(seen.found());
    }

    public ReadOnlyObjectProperty<List<FoundService>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty lookingProperty() {
        return looking.getReadOnlyProperty();
    }
}
