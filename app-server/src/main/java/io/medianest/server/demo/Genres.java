package io.medianest.server.demo;

import java.util.List;
import java.util.Map;

/// TMDB's numbers for its genres.
final class Genres {
    private static final Map<String, Integer> IDS = Map.ofEntries(
            Map.entry("Action", 28),
            Map.entry("Action & Adventure", 10759),
            Map.entry("Adventure", 12),
            Map.entry("Animation", 16),
            Map.entry("Comedy", 35),
            Map.entry("Crime", 80),
            Map.entry("Documentary", 99),
            Map.entry("Drama", 18),
            Map.entry("Family", 10751),
            Map.entry("Fantasy", 14),
            Map.entry("History", 36),
            Map.entry("Horror", 27),
            Map.entry("Music", 10402),
            Map.entry("Mystery", 9648),
            Map.entry("Romance", 10749),
            Map.entry("Sci-Fi & Fantasy", 10765),
            Map.entry("Science Fiction", 878),
            Map.entry("Thriller", 53),
            Map.entry("War", 10752),
            Map.entry("Western", 37));

    private Genres() {}

    static int id(String name) {
        var id = IDS.get(name);
        if (id == null) {
            throw new IllegalArgumentException("TMDB has no genre " + name);
        }
        return id;
    }

    static List<Integer> ids(List<String> names) {
        return names.stream().map(Genres::id).toList();
    }

    static List<Fields> objects(List<String> names) {
        return names.stream()
                .map(name -> Fields.of("id", id(name)).with("name", name))
                .toList();
    }
}
