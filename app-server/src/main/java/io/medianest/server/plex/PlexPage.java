package io.medianest.server.plex;

import java.util.List;

/// A part of a listing.
///
/// @param received entries that came, also such as could not be read
/// @param totalSize entries that the whole listing has
public record PlexPage<T>(List<T> items, int received, int totalSize) {}
