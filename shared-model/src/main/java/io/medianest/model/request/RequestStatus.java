package io.medianest.model.request;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/// What was decided about a request: `pending → approved → available`, `pending → denied`, `pending → cancelled`,
/// `approved → denied` when it was withdrawn upstream.
public enum RequestStatus {
    @JsonProperty("pending")
    PENDING("pending"),
    @JsonProperty("approved")
    APPROVED("approved"),
    @JsonProperty("denied")
    DENIED("denied"),
    @JsonProperty("cancelled")
    CANCELLED("cancelled"),
    @JsonProperty("available")
    AVAILABLE("available"),
    /// Read by clients from newer servers only.
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN("unknown");

    private final String wireName;

    RequestStatus(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /// Whether somebody still waits for something to happen.
    public boolean isOpen() {
        return this == PENDING || this == APPROVED;
    }
}
