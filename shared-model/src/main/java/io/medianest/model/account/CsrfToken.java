package io.medianest.model.account;

/// What a client sends back as `X-CSRF-Token` with each change.
///
/// @param expiresIn seconds
public record CsrfToken(String token, long expiresIn) {}
