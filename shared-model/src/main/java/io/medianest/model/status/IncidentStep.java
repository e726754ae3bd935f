package io.medianest.model.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A step in the course of an incident.
///
/// @param state since then
/// @param actor who did it; absent when it came about by itself
/// @param escalation whom it was carried to with this step; absent where it was to nobody
public record IncidentStep(
        Instant at,
        IncidentState state,
        @Nullable String actor,
        @Nullable String comment,
        @Nullable Escalation escalation) {

    /// One that carries it to nobody.
    public IncidentStep(Instant at, IncidentState state, @Nullable String actor, @Nullable String comment) {
        this(at, state, actor, comment, null);
    }
}
