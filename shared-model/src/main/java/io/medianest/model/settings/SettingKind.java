package io.medianest.model.settings;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/// What a setting's value looks like, so that a client can offer the right field for it.
public enum SettingKind {
    @JsonEnumDefaultValue
    @JsonProperty("text")
    TEXT,
    /// Begins with `http://` or `https://`.
    @JsonProperty("address")
    ADDRESS,
    /// Can be written, and is never shown.
    @JsonProperty("secret")
    SECRET,
    /// The text of a file, of many lines; can be written, and is never shown.
    @JsonProperty("secret-file")
    SECRET_FILE,
    /// One of a few words.
    @JsonProperty("choice")
    CHOICE,
    /// For example `60s` or `5m`.
    @JsonProperty("duration")
    DURATION,
    /// So many in such a time, for example `20/1h`.
    @JsonProperty("limit")
    LIMIT,
    @JsonProperty("number")
    NUMBER,
    /// `true` or `false`.
    @JsonProperty("flag")
    FLAG
}
