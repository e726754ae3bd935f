package io.medianest.server.media;

import io.medianest.model.media.MediaItem;
import java.util.List;

/// A page of a catalogue.
///
/// @param items films and series; fewer than the catalogue counts where it lists people or the other type too
/// @param totalPages as the catalogue counts them
/// @param totalItems as the catalogue counts them, thus never less than the titles there are
record TitlePage(List<MediaItem> items, int totalPages, long totalItems) {}
