package io.medianest.server.request;

import io.medianest.model.media.MediaItem;
import io.medianest.model.media.TitleKey;

/// What requests need to know of the catalogue.
public interface Titles {
    /// @throws io.medianest.server.platform.MediaNestException `NOT_FOUND` when there is no such title
    MediaItem find(TitleKey key);
}
