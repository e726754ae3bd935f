package io.medianest.server.settings;

import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.http.Routes;
import io.medianest.server.platform.security.SecretBox;
import io.medianest.server.settings.Settings.Check;
import java.time.Clock;

/// The settings as a whole: what the rest of the program sees of this package.
public final class SettingsFeature {
    private final Settings settings;

    /// Reads what people have set; what cannot be taken any more is left out.
    ///
    /// @param check of the form of values
    /// @param place says whether the program could listen where they want it to
    public SettingsFeature(
            GivenSettings given, Database database, SecretBox secrets, Check check, Check place, Clock clock) {
        var stored = new StoredSettings(database, secrets, clock);
        this.settings = new Settings(given, stored, check, place);
        stored.onChangeElsewhere(settings::readAgain);
    }

    public Settings settings() {
        return settings;
    }

    public Routes routes(ServiceTests tests) {
        return new SettingRoutes(settings, tests);
    }
}
