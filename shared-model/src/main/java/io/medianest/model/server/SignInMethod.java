package io.medianest.model.server;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/// A way to sign in.
public enum SignInMethod {
    /// With one's Plex account.
    @JsonProperty("plex")
    PLEX,
    /// With a code that an admin shows.
    @JsonProperty("pairing-code")
    PAIRING_CODE,
    /// With a token that an admin made.
    @JsonProperty("token")
    TOKEN,
    /// What a client reads when a newer server knows more ways. No server sends it.
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
