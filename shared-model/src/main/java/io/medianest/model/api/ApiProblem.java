package io.medianest.model.api;

import org.jspecify.annotations.Nullable;

/// The `error` of an unsuccessful reply.
///
/// @param message one sentence for people
/// @param details what exactly was wrong: a field, an id, the name of a service; always text
public record ApiProblem(
        ErrorCode code, String message, @Nullable String details) {}
