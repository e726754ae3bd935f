package io.medianest.desktop.api;

import org.jspecify.annotations.Nullable;

/// What lets this window in at another MediaNest.
///
/// @param token for `Authorization: Bearer`; never logged
/// @param id by which the server lists a token that was made by pairing; null for a sign-in, which it knows by itself
public record Admission(String token, @Nullable String id) {
    @Override
    public String toString() {
        return "Admission[" + id + "]";
    }
}
