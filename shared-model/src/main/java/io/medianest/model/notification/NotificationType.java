package io.medianest.model.notification;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/// What a notification tells of.
public enum NotificationType {
    @JsonProperty("request-approved")
    REQUEST_APPROVED("request-approved"),
    @JsonProperty("request-denied")
    REQUEST_DENIED("request-denied"),
    @JsonProperty("request-available")
    REQUEST_AVAILABLE("request-available"),
    @JsonProperty("request-failed")
    REQUEST_FAILED("request-failed"),
    /// It is passed on as soon as a service that does not answer is back.
    @JsonProperty("request-waiting")
    REQUEST_WAITING("request-waiting"),
    @JsonProperty("download-completed")
    DOWNLOAD_COMPLETED("download-completed"),
    /// As [#DOWNLOAD_COMPLETED], and it can be watched in the library.
    @JsonProperty("download-available")
    DOWNLOAD_AVAILABLE("download-available"),
    @JsonProperty("download-failed")
    DOWNLOAD_FAILED("download-failed"),
    @JsonProperty("incident-opened")
    INCIDENT_OPENED("incident-opened"),
    /// Read by clients from newer servers only.
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN("unknown");

    private final String wireName;

    NotificationType(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
