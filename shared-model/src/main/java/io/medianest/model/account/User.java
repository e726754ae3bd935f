package io.medianest.model.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A person of the household.
///
/// @param username never empty
/// @param thumb address of a picture
public record User(
        String id,
        String username,
        @Nullable String email,
        @Nullable String thumb,
        Role role,
        @Nullable String plexId,
        Preferences preferences,
        UserStatistics statistics,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant lastLoginAt) {}
