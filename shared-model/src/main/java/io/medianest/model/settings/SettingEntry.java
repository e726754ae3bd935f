package io.medianest.model.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One setting as it is now.
///
/// @param key for example `overseerr.url`
/// @param value absent when nothing is set; `••••` for a secret
/// @param fallback the default; absent where there is none
/// @param locked whether the file, the environment or the command line fixes it
/// @param restartNeeded whether its value is used only after the next start
/// @param choices what it can be, where that is one of a few words; else absent
public record SettingEntry(
        String key,
        @Nullable String value,
        @JsonProperty("default") @Nullable String fallback,
        SettingSource source,
        SettingKind kind,
        boolean locked,
        boolean restartNeeded,
        String description,
        @Nullable List<SettingChoice> choices) {}
