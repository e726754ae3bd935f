package io.medianest.model.account;

import org.jspecify.annotations.Nullable;

/// A device that gives a pairing code for a token. Everything may be missing: the server says what is.
///
/// @param code of [PairingCode]; case, blanks and dashes do not matter
/// @param deviceName by which people will know the token; at most 100 characters
/// @param browser whether a browser asks, which is signed in by cookie and gets no token of its own
public record Pairing(
        @Nullable String code,
        @Nullable String deviceName,
        @Nullable Boolean browser) {
    /// Of a device that wants a token of its own.
    public Pairing(@Nullable String code, @Nullable String deviceName) {
        this(code, deviceName, null);
    }
}
