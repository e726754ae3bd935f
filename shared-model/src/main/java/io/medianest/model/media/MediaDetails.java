package io.medianest.model.media;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A title with all that its page shows. On the wire the fields of `item` stand beside the others.
///
/// @param seasons only for a series
public record MediaDetails(
        @JsonUnwrapped MediaItem item,
        List<CastMember> cast,
        List<CrewMember> crew,
        List<Video> videos,
        List<MediaItem> recommendations,
        @Nullable List<Season> seasons) {}
