package io.medianest.model.media;

import static java.util.Map.entry;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The names behind TMDB's genre numbers, which its lists give instead of words. The numbers are fixed.
public final class Genres {
    private static final Map<Integer, String> NAMES = Map.ofEntries(
            entry(12, "Adventure"),
            entry(14, "Fantasy"),
            entry(16, "Animation"),
            entry(18, "Drama"),
            entry(27, "Horror"),
            entry(28, "Action"),
            entry(35, "Comedy"),
            entry(36, "History"),
            entry(37, "Western"),
            entry(53, "Thriller"),
            entry(80, "Crime"),
            entry(99, "Documentary"),
            entry(878, "Science Fiction"),
            entry(9648, "Mystery"),
            entry(10402, "Music"),
            entry(10749, "Romance"),
            entry(10751, "Family"),
            entry(10752, "War"),
            entry(10759, "Action & Adventure"),
            entry(10762, "Kids"),
            entry(10763, "News"),
            entry(10764, "Reality"),
            entry(10765, "Sci-Fi & Fantasy"),
            entry(10766, "Soap"),
            entry(10767, "Talk"),
            entry(10768, "War & Politics"),
            entry(10770, "TV Movie"));

    private Genres() {}

    /// The names in the order of the numbers given; numbers without a name are left out.
    public static List<String> names(Collection<Integer> ids) {
        return ids.stream().map(NAMES::get).filter(Objects::nonNull).toList();
    }
}
