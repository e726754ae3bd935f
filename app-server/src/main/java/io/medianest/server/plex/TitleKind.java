package io.medianest.server.plex;

import java.util.Optional;

/// What kind of title a listing is of.
public enum TitleKind {
    MOVIE("movie", 1),
    SHOW("show", 2),
    EPISODE("episode", 4);

    private final String word;
    private final int number;

    TitleKind(String word, int number) {
        this.word = word;
        this.number = number;
    }

    /// What a library lists titles of. Empty for libraries of music and photographs.
    public static Optional<TitleKind> of(PlexSection section) {
        return ofType(section.type());
    }

    /// The kind by Plex's word for it, which is also that for a library of such titles.
    public static Optional<TitleKind> ofType(String type) {
        for (var kind : values()) {
            if (kind.word.equals(type)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    public String word() {
        return word;
    }

    int number() {
        return number;
    }
}
