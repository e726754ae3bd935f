package io.medianest.desktop.api;

import io.medianest.model.library.LibraryFinds;
import io.medianest.model.library.LibraryPage;
import io.medianest.model.library.LibrarySections;
import io.medianest.model.library.RecentTitles;

/// The part of the server's API that is about the Plex library, one method an endpoint. As with all of
/// [MediaNestApi], the methods block, are thread-safe and throw [ApiException].
public interface LibraryApi {
    LibrarySections sections();

    LibraryPage items(LibraryFilter filter);

    /// Films and series that came last, the latest first.
    RecentTitles recentlyAdded(int limit);

    /// What fits to a text, in all libraries.
    LibraryFinds search(String text, int limit);

    /// Has Plex look for new files in a library, which it does afterwards; for admins.
    void scan(String key);
}
