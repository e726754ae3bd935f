package io.medianest.model.request;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/// The picture quality that is wished for.
public enum Quality {
    @JsonProperty("720p")
    HD("720p"),
    @JsonProperty("1080p")
    FULL_HD("1080p"),
    @JsonProperty("4K")
    UHD("4K"),
    /// Read by clients from newer servers only.
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN("unknown");

    private final String wireName;

    Quality(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
