package io.medianest.model.library;

import io.medianest.model.api.Pagination;
import java.util.List;

/// A page of a Plex library.
public record LibraryPage(List<LibraryTitle> items, Pagination pagination) {}
