package io.medianest.model.account;

import org.jspecify.annotations.Nullable;

/// A pairing code to be made.
///
/// @param userId whose device it will be; the device of whoever makes the code when absent
public record NewPairingCode(@Nullable String userId) {}
