package io.medianest.desktop.library;

/// A part of the library that is looked at by itself.
///
/// @param key of the Plex library
/// @param title as Plex calls it
/// @param type `movie`, `show` or `episode`
/// @param count titles on it, or [#UNCOUNTED]
public record Shelf(String key, String title, String type, int count) {
    /// Nobody has counted.
    static final int UNCOUNTED = -1;

    /// What came last, out of all libraries.
    public static final Shelf NEWEST = new Shelf("", "", "", UNCOUNTED);

    static final String SHOWS = "show";
    static final String EPISODES = "episode";

    /// The single episodes of a library of series.
    Shelf episodes() {
        return new Shelf(key, title, EPISODES, UNCOUNTED);
    }

    public boolean isNewest() {
        return key.isEmpty();
    }

    public boolean isCounted() {
        return count != UNCOUNTED;
    }

    boolean holdsEpisodes() {
        return EPISODES.equals(type);
    }
}
