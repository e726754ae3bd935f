package io.medianest.server.plex;

/// A directory that a library is made from.
///
/// @param section the key of the library
/// @param type movie, show, artist or photo
/// @param path as the machine of the Plex server calls it
public record PlexFolder(String section, String type, String path) {
    /// Whether the library is one of films or series.
    public boolean holdsVideos() {
        return type.equals("movie") || type.equals("show");
    }
}
