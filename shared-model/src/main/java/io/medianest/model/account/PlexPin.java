package io.medianest.model.account;

/// A Plex sign-in that waits for the person.
///
/// @param id ours, unguessable; to be sent to `verify`
/// @param authUrl the page to open
/// @param qrUrl a PNG of `authUrl`
/// @param expiresIn seconds
public record PlexPin(String id, String code, String authUrl, String qrUrl, long expiresIn) {}
