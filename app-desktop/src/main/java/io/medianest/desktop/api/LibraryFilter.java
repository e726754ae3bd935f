package io.medianest.desktop.api;

/// Which titles of a library are asked for.
///
/// @param section the library's key
/// @param type `movie`, `show` or `episode`
/// @param filter `all`, `unwatched`, `inProgress` or `recentlyAdded`
/// @param sort a field and a direction, such as `addedAt:desc`
public record LibraryFilter(String section, String type, String filter, String sort, Page page) {}
