package io.medianest.model.admin;

import org.jspecify.annotations.Nullable;

/// Which backup is to be restored.
public record NewRestore(@Nullable String name) {}
