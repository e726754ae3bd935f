package io.medianest.server.media;

import io.medianest.model.media.TitleKey;
import java.util.Collection;
import java.util.Map;

/// What media needs to know of the library.
@FunctionalInterface
public interface LibraryLookup {
    /// Those of `keys` that are in the library, with the address that opens each in Plex. One call for many.
    Map<TitleKey, String> plexUrls(Collection<TitleKey> keys);
}
