package io.medianest.server.platform.http;

/// Who may use a route.
public enum Access {
    /// Everybody.
    PUBLIC,
    /// Everybody and not counted against any limit: health, static files.
    PUBLIC_UNCOUNTED,
    /// Everybody; strangers are counted for what has to be fetched for them, see [Exchange#toll].
    PICTURE,
    /// Everybody where anonymous search is switched on, else as [#USER].
    SEARCH,
    /// Sign-in and pairing: everybody, with the stricter limit per address.
    SIGN_IN,
    /// Other services with a shared secret, which the route checks; with the limit for webhooks.
    WEBHOOK,
    /// Signed-in people.
    USER,
    /// Admins.
    ADMIN,
    /// Programs on the same machine, and admins.
    MACHINE
}
