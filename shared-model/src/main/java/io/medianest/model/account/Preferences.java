package io.medianest.model.account;

import io.medianest.model.request.Quality;
import org.jspecify.annotations.Nullable;

/// What a person has chosen for themselves; absent means the default.
///
/// @param theme `dark`, `light` or `system`
/// @param language an IETF tag such as `de`
public record Preferences(
        @Nullable Quality defaultQuality,
        @Nullable Boolean notifications,
        @Nullable String theme,
        @Nullable String language) {
    public static final Preferences NONE = new Preferences(null, null, null, null);
}
