package io.medianest.server.demo;

import java.util.Arrays;
import java.util.Optional;

/// The outside systems that have a stand-in; each has a mood of its own.
enum DemoService {
    PLEX_TV("plex-tv", "plex.tv", "Signing in with a Plex account"),
    PLEX("plex", "Plex Media Server", "The library and its pictures"),
    OVERSEERR("overseerr", "Overseerr", "Requests and what becomes of them"),
    TMDB("tmdb", "TMDB", "The catalogue of films and series"),
    TMDB_IMAGES("tmdb-images", "TMDB images", "Posters, backdrops and portraits"),
    UPTIME_KUMA("uptime-kuma", "Uptime Kuma", "Who is up and who is down"),
    YT_DLP("yt-dlp", "yt-dlp", "Videos and their downloads");

    private final String id;
    private final String title;
    private final String purpose;

    DemoService(String id, String title, String purpose) {
        this.id = id;
        this.title = title;
        this.purpose = purpose;
    }

    static Optional<DemoService> of(String id) {
        return Arrays.stream(values()).filter(service -> service.id.equals(id)).findFirst();
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    String purpose() {
        return purpose;
    }
}
