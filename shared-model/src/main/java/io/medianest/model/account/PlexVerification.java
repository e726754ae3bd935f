package io.medianest.model.account;

import org.jspecify.annotations.Nullable;

/// Ends a Plex sign-in. Everything may be missing: the server says what is.
///
/// @param pinId of [PlexPin]; a number is taken as its digits
/// @param rememberMe whether to stay signed in for 90 days without use instead of 24 hours; no when absent
public record PlexVerification(
        @Nullable String pinId, @Nullable Boolean rememberMe) {}
