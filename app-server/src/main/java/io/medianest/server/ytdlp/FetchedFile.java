package io.medianest.server.ytdlp;

import java.nio.file.Path;
import java.util.List;

/// A finished download.
///
/// @param file where it is
/// @param size bytes
/// @param beside what belongs to it and goes with it: picture, description, subtitles
public record FetchedFile(Path file, long size, FoundVideo video, List<Path> beside) {}
