package io.medianest.model.account;

import org.jspecify.annotations.Nullable;

/// What people change about themselves; absent means as it is.
///
/// @param username 1 to 100 characters
/// @param preferences those that change
public record ProfileChange(
        @Nullable String username, @Nullable Preferences preferences) {}
