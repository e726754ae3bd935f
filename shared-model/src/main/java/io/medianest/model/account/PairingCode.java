package io.medianest.model.account;

/// A code that one device may exchange once for a token.
///
/// @param expiresIn seconds
public record PairingCode(String code, long expiresIn) {}
