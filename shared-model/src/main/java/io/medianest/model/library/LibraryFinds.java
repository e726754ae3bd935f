package io.medianest.model.library;

import java.util.List;

/// What a search of the Plex library found.
///
/// @param totalResults how many there are, with those that were not asked for
public record LibraryFinds(List<LibraryTitle> results, int totalResults) {}
