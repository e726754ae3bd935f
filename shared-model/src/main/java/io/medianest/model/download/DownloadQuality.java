package io.medianest.model.download;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/// How good a picture is wished for: a height that is not exceeded, or the best or the smallest there is.
public enum DownloadQuality {
    @JsonProperty("144p")
    P144("144p"),
    @JsonProperty("240p")
    P240("240p"),
    @JsonProperty("360p")
    P360("360p"),
    @JsonProperty("480p")
    P480("480p"),
    @JsonProperty("720p")
    P720("720p"),
    @JsonProperty("1080p")
    P1080("1080p"),
    @JsonProperty("1440p")
    P1440("1440p"),
    @JsonProperty("2160p")
    P2160("2160p"),
    @JsonProperty("best")
    BEST("best"),
    @JsonProperty("worst")
    WORST("worst"),
    /// Read by clients from newer servers only.
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN("unknown");

    private final String wireName;

    DownloadQuality(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /// Lines of the picture at most; empty for the best and the smallest.
    public OptionalInt height() {
        return wireName.endsWith("p")
                ? OptionalInt.of(Integer.parseInt(wireName.substring(0, wireName.length() - 1)))
                : OptionalInt.empty();
    }

    /// The quality of that name; never [#UNKNOWN].
    public static Optional<DownloadQuality> of(String wireName) {
        return Arrays.stream(values())
                .filter(quality -> quality != UNKNOWN && quality.wireName.equals(wireName))
                .findFirst();
    }
}
