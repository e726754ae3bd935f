package io.medianest.model.media;

import org.jspecify.annotations.Nullable;

/// Somebody on the screen.
///
/// @param picture address of a portrait, relative to the server
public record CastMember(
        String name, @Nullable String character, @Nullable String picture) {}
