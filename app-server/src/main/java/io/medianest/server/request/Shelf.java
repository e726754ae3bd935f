package io.medianest.server.request;

import io.medianest.model.media.TitleKey;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// What requests need to know of the library.
@FunctionalInterface
public interface Shelf {
    /// Those of `keys` that are there. One call for many.
    Set<TitleKey> among(Collection<TitleKey> keys);

    default boolean has(TitleKey key) {
        return !among(List.of(key)).isEmpty();
    }
}
