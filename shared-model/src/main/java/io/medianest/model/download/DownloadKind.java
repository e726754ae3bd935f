package io.medianest.model.download;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/// What an address names.
public enum DownloadKind {
    @JsonProperty("video")
    VIDEO("video"),
    @JsonProperty("playlist")
    PLAYLIST("playlist"),
    /// Read by clients from newer servers only.
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN("unknown");

    private final String wireName;

    DownloadKind(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
