package io.medianest.model.download;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/// Where a download is: `pending → queued → downloading → completed`, aside `paused`, and in the end perhaps `failed`,
/// `cancelled` or `denied`.
public enum DownloadStatus {
    /// Waits for an admin's yes.
    @JsonProperty("pending")
    PENDING("pending"),
    @JsonProperty("queued")
    QUEUED("queued"),
    @JsonProperty("downloading")
    DOWNLOADING("downloading"),
    /// Stopped by a person; what has arrived is kept.
    @JsonProperty("paused")
    PAUSED("paused"),
    @JsonProperty("completed")
    COMPLETED("completed"),
    @JsonProperty("failed")
    FAILED("failed"),
    @JsonProperty("cancelled")
    CANCELLED("cancelled"),
    @JsonProperty("denied")
    DENIED("denied"),
    /// Read by clients from newer servers only.
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN("unknown");

    private final String wireName;

    DownloadStatus(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /// Whether it may still become a file without anybody asking again.
    public boolean isOpen() {
        return this == PENDING || this == QUEUED || this == DOWNLOADING || this == PAUSED;
    }
}
