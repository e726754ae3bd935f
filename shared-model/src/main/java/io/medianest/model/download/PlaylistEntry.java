package io.medianest.model.download;

import org.jspecify.annotations.Nullable;

/// A video of a list.
///
/// @param position in the list, from 1
/// @param duration seconds
/// @param url its own address
/// @param thumbnail address of a picture at the video's host
public record PlaylistEntry(
        int position,
        String id,
        String title,
        @Nullable Long duration,
        String url,
        @Nullable String uploader,
        @Nullable String thumbnail) {}
