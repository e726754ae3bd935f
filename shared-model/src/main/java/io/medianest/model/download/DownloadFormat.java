package io.medianest.model.download;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Optional;

/// The kind of file that is wished for: a film with sound, or the sound alone.
public enum DownloadFormat {
    @JsonProperty("mp4")
    MP4("mp4", Content.VIDEO),
    @JsonProperty("webm")
    WEBM("webm", Content.VIDEO),
    @JsonProperty("mkv")
    MKV("mkv", Content.VIDEO),
    @JsonProperty("mp3")
    MP3("mp3", Content.AUDIO),
    @JsonProperty("m4a")
    M4A("m4a", Content.AUDIO),
    @JsonProperty("flac")
    FLAC("flac", Content.AUDIO),
    /// Read by clients from newer servers only.
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN("unknown", Content.VIDEO);

    private final String wireName;
    private final Content content;

    DownloadFormat(String wireName, Content content) {
        this.wireName = wireName;
        this.content = content;
    }

    public String wireName() {
        return wireName;
    }

    public Content content() {
        return content;
    }

    /// The format of that name; never [#UNKNOWN].
    public static Optional<DownloadFormat> of(String wireName) {
        return Arrays.stream(values())
                .filter(format -> format != UNKNOWN && format.wireName.equals(wireName))
                .findFirst();
    }

    /// What is in such a file.
    public enum Content {
        VIDEO,
        AUDIO
    }
}
