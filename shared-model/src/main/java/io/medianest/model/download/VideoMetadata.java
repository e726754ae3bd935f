package io.medianest.model.download;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One video.
///
/// @param duration seconds; absent while it is live
/// @param thumbnail address of a picture at the video's host
/// @param live whether it is being broadcast now
/// @param qualities the heights that there are, smallest first
public record VideoMetadata(
        String id,
        String url,
        String title,
        @Nullable String description,
        @Nullable Long duration,
        @Nullable String thumbnail,
        @Nullable String uploader,
        @Nullable LocalDate uploadDate,
        @Nullable Long viewCount,
        boolean live,
        List<DownloadQuality> qualities,
        List<Format> formats)
        implements MediaPreview {
    @Override
    @JsonProperty("type")
    public String type() {
        return "video";
    }
}
