package io.medianest.server.ytdlp;

/// What can be had with a video.
public enum Extra {
    /// Title, uploader, date and chapters inside the file.
    METADATA,
    /// The picture inside the file, where its format can hold one.
    THUMBNAIL,
    /// The picture as `-thumb.jpg` beside the file.
    THUMBNAIL_BESIDE,
    /// Subtitles inside the file (beside it, where its format cannot hold them).
    SUBTITLES,
    /// Without the parts that SponsorBlock marks as sponsored.
    SPONSORBLOCK,
    /// A description for media servers as `.nfo` beside the file.
    NFO
}
