package io.medianest.model.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A named token of a device or script.
///
/// @param userId whose rights it has
/// @param token the secret itself; present only in the reply that made it
public record ApiToken(
        String id,
        String userId,
        String username,
        String name,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable String token) {}
