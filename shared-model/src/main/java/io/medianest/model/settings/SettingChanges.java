package io.medianest.model.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// New values by key, for example `{"overseerr.url": "http://192.168.1.5:5055"}`.
///
/// @param values null or an empty text returns a setting to its default; `••••` leaves a secret as it is
public record SettingChanges(@JsonValue Map<String, @Nullable String> values) {
    @JsonCreator
    public static SettingChanges of(Map<String, @Nullable String> values) {
        return new SettingChanges(values);
    }
}
