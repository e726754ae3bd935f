package io.medianest.model.account;

/// A code that one device may exchange once for a token.
///
/// @param expiresIn seconds
/// @param picture a PNG of the server's page with the code in it, to be scanned: a `data:` address
public record PairingCode(String code, long expiresIn, String picture) {}
