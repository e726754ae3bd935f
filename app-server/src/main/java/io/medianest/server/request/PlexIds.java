package io.medianest.server.request;

import org.jspecify.annotations.Nullable;

/// The Plex accounts of people, so that a backend can act in their name.
public interface PlexIds {
    /// The Plex id of a user; null where no account is linked.
    @Nullable String of(String userId);
}
