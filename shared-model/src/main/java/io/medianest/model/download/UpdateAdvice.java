package io.medianest.model.download;

/// A way to renew yt-dlp.
///
/// @param way its short name, for example `windows`
/// @param sentence for people
public record UpdateAdvice(String way, String sentence) {}
