package io.medianest.model.account;

import org.jspecify.annotations.Nullable;

/// Begins a Plex sign-in.
///
/// @param clientName what Plex shows the person as the one that asks; at most 100 characters
public record NewPlexPin(@Nullable String clientName) {}
