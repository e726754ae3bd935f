package io.medianest.model.download;

/// How the videos of a playlist are doing.
///
/// @param total all that were asked for
/// @param waiting for their turn, for somebody's yes, or paused
/// @param cancelled by a person, or left out since they are on their way already
public record PlaylistItems(int total, int completed, int running, int waiting, int failed, int cancelled) {
    public static final PlaylistItems NONE = new PlaylistItems(0, 0, 0, 0, 0, 0);
}
