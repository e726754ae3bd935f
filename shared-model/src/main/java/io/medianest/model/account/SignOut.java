package io.medianest.model.account;

import org.jspecify.annotations.Nullable;

/// @param everywhere whether all sessions of the person end, and not only the one that asks
public record SignOut(@Nullable Boolean everywhere) {}
