/// yt-dlp, the program that downloads videos, driven as a child process. What is known of it stands here
/// alone:
///
/// - Its ordinary exit is no proof of a file: without ffmpeg a merge “succeeds”. ffmpeg is looked for before,
///   the file after.
/// - It reads configuration and plug-ins from the home directory even when told not to: it gets an empty one.
/// - Its generic extractor follows redirects to anywhere. It is used for hosts that the keeper names, and
///   only YouTube's own for YouTube.
/// - It reports each stream of a merge from 0 to 100 %, see [io.medianest.server.ytdlp.ProgressMeter].
/// - Killed alone it leaves ffmpeg behind, see [io.medianest.server.ytdlp.ChildProcess].
/// - Titles make dangerous paths: it works in a folder of the order under names that are always the same, and
///   we name the result, see [io.medianest.server.ytdlp.Naming] and [io.medianest.server.ytdlp.Shelf].
@NullMarked
package io.medianest.server.ytdlp;

import org.jspecify.annotations.NullMarked;
