package io.medianest.model.admin;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/// Whether calls to an outside service are let through.
public enum BreakerState {
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN,
    /// All are.
    @JsonProperty("closed")
    CLOSED,
    /// A few are, to see whether it is well again.
    @JsonProperty("half-open")
    HALF_OPEN,
    /// None are: it has failed too often.
    @JsonProperty("open")
    OPEN
}
