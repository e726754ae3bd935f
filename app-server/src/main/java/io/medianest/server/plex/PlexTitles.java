package io.medianest.server.plex;

import io.medianest.model.library.EpisodePlace;
import io.medianest.model.library.LibraryTitle;
import io.medianest.server.platform.json.Fields;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads what a Plex server writes about titles.
final class PlexTitles {
    private PlexTitles() {}

    /// As much as the copy of the library holds; null without a number.
    static @Nullable PlexItem item(Fields entry) {
        var ratingKey = entry.text("ratingKey");
        return ratingKey == null
                ? null
                : new PlexItem(
                        ratingKey,
                        entry.text("title", "Untitled"),
                        entry.integer("year"),
                        guid(entry, "tmdb://"),
                        guid(entry, "imdb://"),
                        guid(entry, "tvdb://"),
                        entry.epoch("addedAt"),
                        entry.epoch("updatedAt"),
                        entry.text("thumb"));
    }

    /// All that people see of it, with the server's own paths of pictures; null without a number.
    static @Nullable LibraryTitle title(Fields entry) {
        var ratingKey = entry.text("ratingKey");
        if (ratingKey == null) {
            return null;
        }
        var type = entry.text("type", "unknown");
        boolean watched = isWatched(entry);
        return new LibraryTitle(
                ratingKey,
                entry.text("title", "Untitled"),
                type,
                entry.integer("year"),
                entry.text("summary"),
                first(entry, "grandparentThumb", "thumb", "parentThumb"),
                entry.text("art"),
                genres(entry),
                entry.decimal("rating"),
                entry.text("contentRating"),
                seconds(entry.whole("duration")),
                watched,
                watched ? null : seconds(entry.whole("viewOffset")),
                type.equals(TitleKind.EPISODE.word()) ? place(entry) : null,
                guid(entry, "tmdb://"),
                entry.epoch("addedAt"),
                entry.epoch("updatedAt"),
                null);
    }

    private static boolean isWatched(Fields entry) {
        var episodes = entry.integer("leafCount");
        return episodes == null
                ? entry.integer("viewCount", 0) > 0
                : episodes > 0 && entry.integer("viewedLeafCount", 0) >= episodes;
    }

    private static EpisodePlace place(Fields entry) {
        return new EpisodePlace(entry.text("grandparentTitle"), entry.integer("parentIndex"), entry.integer("index"));
    }

    private static List<String> genres(Fields entry) {
        return entry.list("Genre").stream()
                .map(genre -> genre.text("tag"))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable Long seconds(@Nullable Long millis) {
        return millis == null || millis <= 0 ? null : Duration.ofMillis(millis).toSeconds();
    }

    private static @Nullable String first(Fields entry, String... names) {
        return Arrays.stream(names)
                .map(entry::text)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String guid(Fields entry, String scheme) {
        return entry.list("Guid").stream()
                .map(guid -> guid.text("id", ""))
                .filter(id -> id.startsWith(scheme) && id.length() > scheme.length())
                .map(id -> id.substring(scheme.length()))
                .findFirst()
                .orElse(null);
    }
}
