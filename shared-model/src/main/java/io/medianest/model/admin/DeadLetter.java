package io.medianest.model.admin;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Work that has failed for good.
///
/// @param kind of work, for example `submit-request`
/// @param subject what it was done to, for example the id of a request
/// @param about the same in words for people, for example the title
/// @param lastError of the last attempt
/// @param correlationId of the request that caused it, as in the log
/// @param history its last attempts, oldest first; absent where nobody has written them down
public record DeadLetter(
        String id,
        String kind,
        String subject,
        String about,
        int attempts,
        @Nullable String lastError,
        String correlationId,
        Instant createdAt,
        Instant failedAt,
        @Nullable List<FailedAttempt> history) {

    /// Without a history.
    public DeadLetter(
            String id,
            String kind,
            String subject,
            String about,
            int attempts,
            @Nullable String lastError,
            String correlationId,
            Instant createdAt,
            Instant failedAt) {
        this(id, kind, subject, about, attempts, lastError, correlationId, createdAt, failedAt, null);
    }
}
