package io.medianest.server.media;

import io.medianest.model.media.TitleKey;
import java.util.Collection;
import java.util.Map;

/// What media needs to know of requests.
@FunctionalInterface
public interface RequestLookup {
    /// Those of `keys` that a request is open or fulfilled for, with its id. One call for many.
    Map<TitleKey, String> requestIds(Collection<TitleKey> keys);
}
