package io.medianest.server.ytdlp;

/// How finished files are arranged below the download folder.
public enum Naming {
    /// `Uploader/Season 2024/Uploader - s2024e0331 - Title [id].mp4`: a show to a media server, a season for a year.
    PLEX,
    /// `Uploader - Title [id].mp4`, all in one folder.
    FLAT,
    /// `Title (2024)/Title (2024) [id].mp4`: each a film to a media server.
    FILM
}
