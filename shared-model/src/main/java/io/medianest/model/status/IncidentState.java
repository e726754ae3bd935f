package io.medianest.model.status;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/// How far an incident is.
public enum IncidentState {
    @JsonProperty("open")
    OPEN,
    /// It goes on, and an admin looks after it.
    @JsonProperty("acknowledged")
    ACKNOWLEDGED,
    @JsonProperty("resolved")
    RESOLVED,
    /// Read by clients from newer servers only.
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
