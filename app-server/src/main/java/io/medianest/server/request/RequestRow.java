package io.medianest.server.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.medianest.model.api.Json;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.RequestStage;
import io.medianest.model.request.RequestStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request in the columns of its table. Public because Jdbi reads it from outside.
public record RequestRow(
        String id,
        String userId,
        String mediaType,
        String tmdbId,
        String title,
        @Nullable Integer releaseYear,
        @Nullable String poster,
        String status,
        String stage,
        String quality,
        @Nullable String comment,
        @Nullable String seasons,
        @Nullable String overseerrId,
        @Nullable Integer progress,
        @Nullable String reason,
        @Nullable String openKey,
        Instant createdAt,
        Instant updatedAt,
        int version,
        @Nullable String waitingFor) {

    static RequestRow of(MediaRequest request) {
        return new RequestRow(
                request.id(),
                request.userId(),
                request.mediaType().wireName(),
                request.tmdbId(),
                request.title(),
                request.year(),
                request.poster(),
                request.status().wireName(),
                request.stage().wireName(),
                request.quality().wireName(),
                request.comment(),
                seasonsText(request.seasons()),
                request.overseerrId(),
                request.progress(),
                request.reason(),
                standsInTheWay(request) ? request.key().toString() : null,
                request.createdAt(),
                request.updatedAt(),
                request.version(),
                request.waitingFor());
    }

    /// Whether another request for the same title would be a duplicate. A denied, cancelled or failed one is none.
    private static boolean standsInTheWay(MediaRequest request) {
        return request.stage() != RequestStage.FAILED
                && (request.status().isOpen() || request.status() == RequestStatus.AVAILABLE);
    }

    private static @Nullable String seasonsText(@Nullable List<Integer> seasons) {
        try {
            return seasons == null ? null : Json.strict().writeValueAsString(seasons);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static @Nullable List<Integer> seasonsOf(@Nullable String text) {
        try {
            return text == null ? null : Json.strict().readValue(text, new TypeReference<List<Integer>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("seasons in the database are not a list: " + text, e);
        }
    }
}
