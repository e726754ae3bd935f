package io.medianest.model.library;

import io.medianest.model.api.Pagination;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of a Plex library.
///
/// @param stale true when Plex could not be asked and an older copy is shown; absent otherwise
public record LibraryPage(
        List<LibraryTitle> items,
        Pagination pagination,
        @Nullable Boolean stale) {}
