package io.medianest.desktop.api;

import io.medianest.model.settings.Discovery;
import io.medianest.model.settings.ServiceTest;
import io.medianest.model.settings.SettingChanges;
import io.medianest.model.settings.SettingList;

/// The part of the server's API that is about what can be set; for admins. As with all of [MediaNestApi], the methods
/// block, are thread-safe and throw [ApiException].
public interface SettingsApi {
    SettingList list();

    /// Changes those that are named: all of them, or none.
    SettingList change(SettingChanges changes);

    /// Tries a service with these values over those that are in force. May take as long as a service is waited for.
    ///
    /// @param service its short name
    ServiceTest test(String service, SettingChanges values);

    /// What answers in the house. Takes some seconds.
    Discovery discover();
}
