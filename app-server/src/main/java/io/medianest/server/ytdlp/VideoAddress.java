package io.medianest.server.ytdlp;

/// An address that may be downloaded from, as [AddressRules] made it.
///
/// @param canonicalUrl the one spelling of it; parsing it gives the same address again
/// @param id YouTube's id of the video or list; for other hosts a hash of the address
public record VideoAddress(String canonicalUrl, Kind kind, String id, Site site) {
    /// What is there.
    public enum Kind {
        VIDEO,
        PLAYLIST
    }

    /// Whose it is.
    public enum Site {
        YOUTUBE,
        /// A host that the keeper allows beside YouTube.
        EXTRA
    }
}
