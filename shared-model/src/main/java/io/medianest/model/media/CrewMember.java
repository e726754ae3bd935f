package io.medianest.model.media;

import org.jspecify.annotations.Nullable;

/// Somebody behind the camera.
///
/// @param picture address of a portrait, relative to the server
public record CrewMember(
        String name,
        @Nullable String job,
        @Nullable String department,
        @Nullable String picture) {}
