package io.medianest.model.media;

import org.jspecify.annotations.Nullable;

/// Whether the household can watch a title already, or has asked for it.
///
/// @param plex in the Plex library
/// @param requested a request for it is open or was fulfilled
/// @param plexUrl opens the title in Plex; only where it is in the library
/// @param requestId the open or fulfilled request, where there is one
public record Availability(
        boolean plex,
        boolean requested,
        @Nullable String plexUrl,
        @Nullable String requestId) {
    public static final Availability NONE = new Availability(false, false, null, null);
}
