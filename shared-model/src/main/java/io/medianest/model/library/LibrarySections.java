package io.medianest.model.library;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The Plex libraries.
///
/// @param stale true when Plex could not be asked and an older copy is shown; absent otherwise
public record LibrarySections(
        List<LibrarySection> libraries, @Nullable Boolean stale) {}
