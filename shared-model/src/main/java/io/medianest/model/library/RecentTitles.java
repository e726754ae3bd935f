package io.medianest.model.library;

import java.util.List;

/// What has come into the Plex library, the latest first.
public record RecentTitles(List<LibraryTitle> items) {}
