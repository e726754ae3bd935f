package io.medianest.model.request;

import io.medianest.model.media.MediaType;
import io.medianest.model.media.TitleKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody's request for a title.
///
/// @param poster address of the poster, relative to the server
/// @param seasons of a series; absent means all
/// @param username who asked
/// @param overseerrId its number in Overseerr, once submitted
/// @param progress percent of the download, 0 to 100, while it is known
/// @param reason why it was denied or failed, in words for people
/// @param version grows by one with each change
/// @param waitingFor the service that does not answer, so that the request is passed on as soon as it is back; absent
///     otherwise
public record MediaRequest(
        String id,
        String tmdbId,
        MediaType mediaType,
        String title,
        @Nullable Integer year,
        @Nullable String poster,
        RequestStatus status,
        RequestStage stage,
        Quality quality,
        @Nullable String comment,
        @Nullable List<Integer> seasons,
        String userId,
        @Nullable String username,
        @Nullable String overseerrId,
        @Nullable Integer progress,
        @Nullable String reason,
        Instant createdAt,
        Instant updatedAt,
        int version,
        @Nullable String waitingFor) {

    /// One that waits for nothing.
    public MediaRequest(
            String id,
            String tmdbId,
            MediaType mediaType,
            String title,
            @Nullable Integer year,
            @Nullable String poster,
            RequestStatus status,
            RequestStage stage,
            Quality quality,
            @Nullable String comment,
            @Nullable List<Integer> seasons,
            String userId,
            @Nullable String username,
            @Nullable String overseerrId,
            @Nullable Integer progress,
            @Nullable String reason,
            Instant createdAt,
            Instant updatedAt,
            int version) {
        this(
                id,
                tmdbId,
                mediaType,
                title,
                year,
                poster,
                status,
                stage,
                quality,
                comment,
                seasons,
                userId,
                username,
                overseerrId,
                progress,
                reason,
                createdAt,
                updatedAt,
                version,
                null);
    }

    public TitleKey key() {
        return new TitleKey(mediaType, tmdbId);
    }
}
