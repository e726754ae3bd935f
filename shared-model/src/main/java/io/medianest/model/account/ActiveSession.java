package io.medianest.model.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somewhere that a person is signed in.
///
/// @param device the name that it was paired under, or what its browser says of itself; null when it says nothing
/// @param expiresAt when it ends if it is not used meanwhile
/// @param current whether it is the one that asks
public record ActiveSession(
        String id,
        String userId,
        String username,
        @Nullable String device,
        String ip,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt,
        boolean current) {}
