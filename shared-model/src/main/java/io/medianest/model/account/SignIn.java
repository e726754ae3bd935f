package io.medianest.model.account;

/// The fruit of a sign-in; the same token is also set as a cookie.
///
/// @param token for `Authorization: Bearer`
public record SignIn(User user, String csrfToken, String token) {}
