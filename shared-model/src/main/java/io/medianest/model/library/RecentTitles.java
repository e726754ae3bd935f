package io.medianest.model.library;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What has come into the Plex library, the latest first.
///
/// @param stale true when Plex could not be asked and an older copy is shown; absent otherwise
public record RecentTitles(
        List<LibraryTitle> items, @Nullable Boolean stale) {}
