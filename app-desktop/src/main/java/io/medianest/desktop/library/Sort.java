package io.medianest.desktop.library;

/// In which order the titles of a library stand.
public enum Sort {
    ADDED("addedAt:desc"),
    TITLE("title:asc"),
    YEAR("year:desc"),
    RATING("rating:desc");

    private final String wireName;

    Sort(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }
}
