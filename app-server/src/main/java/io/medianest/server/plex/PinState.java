package io.medianest.server.plex;

import io.medianest.server.platform.Secret;

/// How far a sign-in has got.
public sealed interface PinState {
    /// The person has not let us in yet.
    record Waiting() implements PinState {}

    /// The person has.
    ///
    /// @param token of the person's account
    record Claimed(Secret token) implements PinState {}

    /// It does not exist, or not any more.
    record Expired() implements PinState {}
}
