package io.medianest.desktop.settings;

import io.medianest.desktop.ui.Screen;
import io.medianest.model.settings.SettingList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;

/// All services, and what of them is found in the house.
public final class ServicesViewModel {
    private final SettingsModel settings;
    private final DiscoveryViewModel discovery;
    private final List<ServiceViewModel> services;
    private final List<WebhookViewModel> webhooks;
    private boolean tried;

    public ServicesViewModel(
            SettingsModel settings,
            DiscoveryViewModel discovery,
            List<ServiceViewModel> services,
            List<WebhookViewModel> webhooks) {
        this.settings = settings;
        this.discovery = discovery;
        this.services = services;
        this.webhooks = webhooks;
        settings.screenProperty().subscribe(this::tryOnce);
    }

    /// The first time, so that lights tell something.
    private void tryOnce(Screen<SettingList> screen) {
        if (!tried && screen instanceof Screen.Content) {
            tried = true;
            services.forEach(ServiceViewModel::testWhereComplete);
        }
    }

    /// Somebody looks.
    public void opened() {
        discovery.look();
    }

    public ReadOnlyObjectProperty<Screen<SettingList>> screenProperty() {
        return settings.screenProperty();
    }

    public void read() {
        settings.read();
    }

    public List<ServiceViewModel> services() {
        return services;
    }

    public List<WebhookViewModel> webhooks() {
        return webhooks;
    }

    public DiscoveryViewModel discovery() {
        return discovery;
    }
}
