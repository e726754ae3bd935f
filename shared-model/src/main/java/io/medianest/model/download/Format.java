package io.medianest.model.download;

import org.jspecify.annotations.Nullable;

/// One of the streams that a host offers of a video.
///
/// @param videoCodec absent when it is sound only
/// @param audioCodec absent when it is picture only
/// @param fps pictures a second
/// @param fileSize bytes, exact or estimated
public record Format(
        String id,
        String ext,
        @Nullable String note,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Double fps,
        @Nullable String videoCodec,
        @Nullable String audioCodec,
        @Nullable Long fileSize) {}
