package io.medianest.model.settings;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/// What was found in the house.
public enum FoundKind {
    @JsonProperty("plex")
    PLEX,
    /// Overseerr, or its successor Seerr.
    @JsonProperty("overseerr")
    OVERSEERR,
    @JsonProperty("uptime-kuma")
    UPTIME_KUMA,
    /// Another MediaNest.
    @JsonProperty("medianest")
    MEDIANEST,
    /// Something that a newer server looks for.
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
