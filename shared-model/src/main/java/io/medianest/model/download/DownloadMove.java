package io.medianest.model.download;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// Where a download goes among those of the same person: to an end of their queue, or before another one. One of the
/// two must be there.
///
/// @param before the id of the other
public record DownloadMove(@Nullable Place to, @Nullable String before) {
    /// An end of the queue.
    public enum Place {
        @JsonProperty("top")
        TOP,
        @JsonProperty("bottom")
        BOTTOM,
        /// Never sent; what a word that is not known reads as.
        @JsonEnumDefaultValue
        @JsonProperty("unknown")
        UNKNOWN
    }
}
