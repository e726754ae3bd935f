/// yt-dlp, the program that downloads videos.
@NullMarked
package io.medianest.server.ytdlp;

import org.jspecify.annotations.NullMarked;
