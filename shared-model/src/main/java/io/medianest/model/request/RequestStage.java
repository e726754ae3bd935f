package io.medianest.model.request;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/// Where the work on a request is: `queued → processing → submitted → downloading → done`, or `failed`, from where a
/// retry brings it back to `queued`.
public enum RequestStage {
    @JsonProperty("queued")
    QUEUED("queued"),
    @JsonProperty("processing")
    PROCESSING("processing"),
    @JsonProperty("submitted")
    SUBMITTED("submitted"),
    @JsonProperty("downloading")
    DOWNLOADING("downloading"),
    @JsonProperty("done")
    DONE("done"),
    @JsonProperty("failed")
    FAILED("failed"),
    /// Read by clients from newer servers only.
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN("unknown");

    private final String wireName;

    RequestStage(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
