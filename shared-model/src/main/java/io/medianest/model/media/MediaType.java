package io.medianest.model.media;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/// Film or series, in TMDB's words.
public enum MediaType {
    @JsonProperty("movie")
    MOVIE("movie"),
    @JsonProperty("tv")
    TV("tv"),
    /// Read by clients from newer servers only.
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN("unknown");

    private final String wireName;

    MediaType(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
