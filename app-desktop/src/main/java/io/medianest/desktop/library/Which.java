package io.medianest.desktop.library;

/// Which titles of a library are shown.
public enum Which {
    ALL("all"),
    UNWATCHED("unwatched"),
    BEGUN("inProgress"),
    /// In the last 30 days.
    RECENT("recentlyAdded");

    private final String wireName;

    Which(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }
}
