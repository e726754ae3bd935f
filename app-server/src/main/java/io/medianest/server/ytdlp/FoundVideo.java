package io.medianest.server.ytdlp;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is known of a video once its download begins.
///
/// @param id as its host calls it
/// @param duration seconds
public record FoundVideo(
        String id,
        String title,
        @Nullable String uploader,
        @Nullable LocalDate uploadDate,
        @Nullable Long duration,
        @Nullable String thumbnail) {}
