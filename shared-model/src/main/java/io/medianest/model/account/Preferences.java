package io.medianest.model.account;

import io.medianest.model.request.Quality;
import org.jspecify.annotations.Nullable;

/// What a person has chosen for themselves; absent means the default.
///
/// @param notifications whether they want any; they do when absent
/// @param theme `dark`, `light` or `system`
/// @param language an IETF tag such as `de`
public record Preferences(
        @Nullable Quality defaultQuality,
        @Nullable Boolean notifications,
        @Nullable String theme,
        @Nullable String language) {
    public static final Preferences NONE = new Preferences(null, null, null, null);

    /// These preferences with what `change` brings in place of theirs.
    public Preferences changedBy(Preferences change) {
        return new Preferences(
                change.defaultQuality == null ? defaultQuality : change.defaultQuality,
                change.notifications == null ? notifications : change.notifications,
                change.theme == null ? theme : change.theme,
                change.language == null ? language : change.language);
    }
}
