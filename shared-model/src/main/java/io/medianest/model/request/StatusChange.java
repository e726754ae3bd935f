package io.medianest.model.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One row of a request's history.
///
/// @param actor who or what caused it: a user name, `Overseerr`, `Plex`, `MediaNest`
public record StatusChange(
        RequestStatus status,
        RequestStage stage,
        Instant at,
        @Nullable String actor,
        @Nullable String comment) {}
