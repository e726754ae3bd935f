package io.medianest.server.plex;

import java.util.Optional;

/// What a library lists titles of.
public enum TitleKind {
    MOVIE("movie", 1),
    SHOW("show", 2);

    private final String sectionType;
    private final int number;

    TitleKind(String sectionType, int number) {
        this.sectionType = sectionType;
        this.number = number;
    }

    /// Empty for libraries of music and photographs.
    public static Optional<TitleKind> of(PlexSection section) {
        for (var kind : values()) {
            if (kind.sectionType.equals(section.type())) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    int number() {
        return number;
    }
}
