/// The real yt-dlp and ffmpeg on a web server of our own, and the pure parts one by one.
@NullMarked
package io.medianest.server.ytdlp;

import org.jspecify.annotations.NullMarked;
