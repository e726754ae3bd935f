package io.medianest.desktop.library;

/// What of the library is shown.
///
/// @param query what was searched for; empty for the shelf itself
/// @param total how many titles that are, whether they have come so far or not
public record Titles(Shelf shelf, String query, int total) {}
