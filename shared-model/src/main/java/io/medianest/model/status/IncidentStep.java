package io.medianest.model.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A step in the course of an incident.
///
/// @param state since then
/// @param actor who did it; absent when it came about by itself
public record IncidentStep(
        Instant at,
        IncidentState state,
        @Nullable String actor,
        @Nullable String comment) {}
