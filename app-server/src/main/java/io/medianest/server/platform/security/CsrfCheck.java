package io.medianest.server.platform.security;

import org.jspecify.annotations.Nullable;

/// Guards changes that authenticate by cookie.
public interface CsrfCheck {
    /// @param binding what the token must have been made for: the id of the session
    /// @throws io.medianest.server.platform.MediaNestException `CSRF_TOKEN_MISSING`, `CSRF_TOKEN_INVALID`,
    ///     `CSRF_TOKEN_EXPIRED`
    void check(String binding, @Nullable String token);
}
