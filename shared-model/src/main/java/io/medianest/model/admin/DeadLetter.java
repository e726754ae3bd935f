package io.medianest.model.admin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Work that has failed for good.
///
/// @param kind of work, for example `submit-request`
/// @param subject what it was done to, for example the id of a request
/// @param about the same in words for people, for example the title
/// @param lastError of the last attempt
/// @param correlationId of the request that caused it, as in the log
public record DeadLetter(
        String id,
        String kind,
        String subject,
        String about,
        int attempts,
        @Nullable String lastError,
        String correlationId,
        Instant createdAt,
        Instant failedAt) {}
