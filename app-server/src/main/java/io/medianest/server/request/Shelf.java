package io.medianest.server.request;

import io.medianest.model.media.TitleKey;

/// What requests need to know of the library.
public interface Shelf {
    boolean has(TitleKey key);
}
