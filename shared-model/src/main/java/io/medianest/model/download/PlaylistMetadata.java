package io.medianest.model.download;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list of videos: a playlist or a channel.
///
/// @param count how many videos it has, as far as its host says; `entries` may be fewer
/// @param entries the first of them, in their order
public record PlaylistMetadata(
        String id,
        String url,
        String title,
        @Nullable String description,
        @Nullable String thumbnail,
        @Nullable String uploader,
        int count,
        List<PlaylistEntry> entries)
        implements MediaPreview {
    @Override
    @JsonProperty("type")
    public String type() {
        return "playlist";
    }
}
