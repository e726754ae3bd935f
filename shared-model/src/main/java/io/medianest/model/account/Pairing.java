package io.medianest.model.account;

import org.jspecify.annotations.Nullable;

/// A device that gives a pairing code for a token. Everything may be missing: the server says what is.
///
/// @param code of [PairingCode]; case, blanks and dashes do not matter
/// @param deviceName by which people will know the token; at most 100 characters
public record Pairing(@Nullable String code, @Nullable String deviceName) {}
