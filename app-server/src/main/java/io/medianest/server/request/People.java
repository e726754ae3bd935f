package io.medianest.server.request;

import org.jspecify.annotations.Nullable;

/// What requests need to know of the people who make them.
@FunctionalInterface
public interface People {
    Person of(String userId);

    /// Somebody who asked.
    ///
    /// @param plexId of the linked Plex account, so that a backend can act in their name
    /// @param admin whether their wishes need nobody's yes
    record Person(@Nullable String plexId, boolean admin) {}
}
