package io.medianest.server.overseerr;

import io.medianest.model.media.TitleKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request as Overseerr sees it, without the people in it.
///
/// @param id Overseerr's number
/// @param key absent where Overseerr does not say what is requested
/// @param title in the quality that is requested, without its seasons in lists; may be stale in the reply to a POST
/// @param progressPercent of the download, 0 to 100; absent when none is under way
/// @param seasons of a series, as far as this request is about them
public record UpstreamRequest(
        long id,
        @Nullable TitleKey key,
        RequestState status,
        TitleState title,
        @Nullable Integer progressPercent,
        boolean is4k,
        List<Integer> seasons,
        @Nullable Instant updatedAt) {}
