package io.medianest.model.media;

/// What identifies a title everywhere: TMDB numbers films and series separately.
///
/// @param tmdbId a positive number as text
public record TitleKey(MediaType mediaType, String tmdbId) {
    /// For example `movie:603`.
    @Override
    public String toString() {
        return mediaType.wireName() + ":" + tmdbId;
    }
}
