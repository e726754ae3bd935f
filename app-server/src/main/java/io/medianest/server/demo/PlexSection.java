package io.medianest.server.demo;

import io.medianest.model.media.MediaType;
import java.util.Arrays;
import java.util.Optional;

/// The libraries of the Plex stand-in.
enum PlexSection {
    FILMS(1, "Films", "movie", MediaType.MOVIE),
    SERIES(2, "Series", "show", MediaType.TV);

    private final int key;
    private final String title;
    private final String plexType;
    private final MediaType mediaType;

    PlexSection(int key, String title, String plexType, MediaType mediaType) {
        this.key = key;
        this.title = title;
        this.plexType = plexType;
        this.mediaType = mediaType;
    }

    static Optional<PlexSection> of(int key) {
        return Arrays.stream(values()).filter(section -> section.key == key).findFirst();
    }

    static PlexSection of(DemoTitle title) {
        return title.isFilm() ? FILMS : SERIES;
    }

    int key() {
        return key;
    }

    String title() {
        return title;
    }

    /// Plex's word for what is in it.
    String plexType() {
        return plexType;
    }

    MediaType mediaType() {
        return mediaType;
    }
}
