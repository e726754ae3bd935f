package io.medianest.model.account;

import org.jspecify.annotations.Nullable;

/// What an admin changes about somebody; absent means as it is.
///
/// @param status `active` or `suspended`
public record UserChange(@Nullable Role role, @Nullable UserStatus status) {}
