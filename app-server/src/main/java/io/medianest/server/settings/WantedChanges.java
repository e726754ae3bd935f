package io.medianest.server.settings;

import static io.medianest.server.platform.MediaNestException.invalid;

import io.medianest.model.settings.SettingChanges;
import io.medianest.model.settings.SettingKind;
import io.medianest.server.platform.MediaNestException;
import java.net.URISyntaxException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Reads what somebody wants to be changed.
final class WantedChanges {
    /// Stands where a secret is.
    static final String HIDDEN = "••••";

    private static final int LONGEST = 2000;

    private WantedChanges() {}

    /// What is meant: a hidden secret is one that stays as it is, and an empty text the way back to the default.
    ///
    /// @return empty for a return to the default
    /// @throws MediaNestException `VALIDATION_ERROR` naming the key
    static Map<Setting, Optional<String>> read(SettingChanges wishes) {
        var changes = new EnumMap<Setting, Optional<String>>(Setting.class);
        wishes.values().forEach((key, value) -> {
            var setting = find(key);
            if (!(setting.isSecret() && HIDDEN.equals(value))) {
                changes.put(
                        setting, Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty()));
            }
        });
        changes.forEach((setting, value) -> value.ifPresent(text -> requireForm(setting, text)));
        return changes;
    }

    private static Setting find(String key) {
        return Setting.of(key)
                .orElseThrow(() -> invalid(
                        key, "There is no setting '%s': did you mean '%s'?".formatted(key, Setting.nearestTo(key))));
    }

    private static void requireForm(Setting setting, String text) {
        if (setting.kind() == SettingKind.SECRET_FILE) {
            return; // Whoever reads it knows how long it may be, and what of.
        }
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw invalid(
                    setting.key(), "%s must be one line of at most %d characters".formatted(setting.key(), LONGEST));
        }
        if (setting.kind() != SettingKind.ADDRESS) {
            return;
        }
        try {
            WebAddress.parse(text);
        } catch (URISyntaxException e) {
            throw invalid(
                    setting.key(),
                    "%s must be an address that begins with http:// or https://, without a user name"
                            .formatted(setting.key()));
        }
    }
}
