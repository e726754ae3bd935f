package io.medianest.server.settings;

import io.medianest.model.settings.SettingSource;
import io.medianest.server.settings.Settings.Check;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The values that the program starts with. What was set in the program must not keep it from starting: where that
/// cannot listen, the default can, and a free port where another program has even that one.
final class StartValues {
    private static final Logger LOG = LoggerFactory.getLogger(StartValues.class);
    private static final String ANY_FREE_PORT = "0";

    private final GivenSettings given;
    private final Map<Setting, String> stored;
    private final Map<Setting, String> left = new EnumMap<>(Setting.class);

    private StartValues(GivenSettings given, Map<Setting, String> stored) {
        this.given = given;
        this.stored = stored;
        this.left.putAll(stored);
    }

    /// @param stored what people have set in the program
    /// @param place says whether the program can listen where values want it to
    static Map<Setting, String> of(GivenSettings given, Map<Setting, String> stored, Check place) {
        return new StartValues(given, stored).tried(place);
    }

    private Map<Setting, String> tried(Check place) {
        while (true) {
            var values = given.over(left);
            try {
                place.check(values);
                return values;
            } catch (WrongSetting e) {
                if (!standsAside(e.setting())) {
                    return values;
                }
                LOG.warn("what was set in the program is not used this time: {}", e.getMessage());
            }
        }
    }

    /// @return whether there is something else to try; what is given from outside is for its giver to mend
    private boolean standsAside(Setting setting) {
        if (given.sourceOf(setting) != SettingSource.DEFAULT || !stored.containsKey(setting)) {
            return false;
        }
        if (left.remove(setting, stored.get(setting))) {
            return true;
        }
        return setting == Setting.SERVER_PORT && left.put(setting, ANY_FREE_PORT) == null;
    }
}
