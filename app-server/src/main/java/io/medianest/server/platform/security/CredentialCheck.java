package io.medianest.server.platform.security;

import org.jspecify.annotations.Nullable;

/// Establishes who is asking. On the hot path this costs no database query.
public interface CredentialCheck {
    /// @param bearer the token of the `Authorization` header, without `Bearer`
    /// @param cookie the value of the session cookie; looked at when there is no `bearer`
    /// @throws io.medianest.server.platform.MediaNestException `UNAUTHORIZED` with details `INVALID_TOKEN`,
    ///     `TOKEN_EXPIRED`, `SESSION_INVALID` or none; `USER_NOT_FOUND`, `ACCOUNT_SUSPENDED`, `ACCOUNT_PENDING`
    Caller check(@Nullable String bearer, @Nullable String cookie);
}
