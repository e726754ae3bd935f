package io.medianest.model.settings;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/// Where a setting's value comes from. Each source wins over those before it.
public enum SettingSource {
    @JsonEnumDefaultValue
    @JsonProperty("default")
    DEFAULT,
    /// Somebody changed it in the program.
    @JsonProperty("database")
    DATABASE,
    @JsonProperty("file")
    FILE,
    @JsonProperty("environment")
    ENVIRONMENT,
    @JsonProperty("command-line")
    COMMAND_LINE,
    /// The demo points everything at its stand-ins.
    @JsonProperty("demo")
    DEMO
}
