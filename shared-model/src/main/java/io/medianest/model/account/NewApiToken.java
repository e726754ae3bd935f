package io.medianest.model.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A token to be made.
///
/// @param name at most 100 characters
/// @param expiresAt never when absent
public record NewApiToken(@Nullable String name, @Nullable Instant expiresAt) {}
