package io.medianest.model.status;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/// The light of a service.
public enum ServiceState {
    @JsonProperty("online")
    ONLINE,
    /// It answers, but slowly or with errors now and then.
    @JsonProperty("degraded")
    DEGRADED,
    @JsonProperty("offline")
    OFFLINE,
    /// Not checked yet, or not configured.
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
