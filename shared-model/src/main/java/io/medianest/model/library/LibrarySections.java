package io.medianest.model.library;

import java.util.List;

/// The Plex libraries.
public record LibrarySections(List<LibrarySection> libraries) {}
