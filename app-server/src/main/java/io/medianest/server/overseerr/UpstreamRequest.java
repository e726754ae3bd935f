package io.medianest.server.overseerr;

import io.medianest.model.media.TitleKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request as Overseerr sees it, without the people in it.
///
/// @param id Overseerr's number
/// @param key absent where Overseerr does not say what is requested
/// @param mediaStatus of the quality that is requested; may be stale in the reply to a POST
/// @param progressPercent of the download, 0 to 100; absent when none is under way
/// @param seasons of a series, as far as this request is about them
/// @param seasonStates of the whole series, in the quality that is requested; empty in lists, which leave them out
public record UpstreamRequest(
        long id,
        @Nullable TitleKey key,
        RequestState status,
        MediaState mediaStatus,
        @Nullable Integer progressPercent,
        boolean is4k,
        List<Integer> seasons,
        Map<Integer, MediaState> seasonStates,
        @Nullable Instant updatedAt) {}
