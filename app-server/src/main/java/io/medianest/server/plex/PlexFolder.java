package io.medianest.server.plex;

/// A directory that a library is made from.
///
/// @param section the key of the library
/// @param path as the machine of the Plex server calls it
public record PlexFolder(String section, String path) {}
