package io.medianest.server.ytdlp;

import io.medianest.model.download.DownloadFormat;
import io.medianest.model.download.DownloadFormat.Content;

/// Which of the streams of a video suit a wish, in yt-dlp's words: those within the height first, of the
/// wished-for container where that costs no height; the smallest there is when all are larger.
final class StreamSelector {
    private static final int HIGHEST_USUAL_MP4 = 1080;

    private StreamSelector() {}

    static String of(Selection selection) {
        if (selection.format().content() == Content.AUDIO) {
            return selection.format() == DownloadFormat.M4A ? "ba[ext=m4a]/ba/b" : "ba/b";
        }
        return switch (selection.quality()) {
            case BEST, UNKNOWN -> within("", Integer.MAX_VALUE, selection.format());
            case WORST -> smallest(selection.format());
            case P144, P240, P360, P480, P720, P1080, P1440, P2160 -> {
                int height = selection.quality().height().orElseThrow();
                // The question mark lets streams pass whose height nobody tells.
                yield within("[height<=?%d]".formatted(height), height, selection.format());
            }
        };
    }

    private static String within(String limit, int height, DownloadFormat format) {
        return switch (format) {
            case WEBM -> "bv*%1$s[ext=webm]+ba[ext=webm]/b%1$s[ext=webm]/".formatted(limit) + smallest(format);
            case MP4 ->
                high(limit, height)
                        + "bv*%1$s[ext=mp4]+ba[ext=m4a]/b%1$s[ext=mp4]/bv*%1$s+ba/b%1$s/".formatted(limit)
                        + smallest(format);
            case MKV, MP3, M4A, FLAC, UNKNOWN -> "bv*%1$s+ba/b%1$s/".formatted(limit) + smallest(format);
        };
    }

    /// Above 1080 lines YouTube has few mp4 streams: there the height goes before the container.
    private static String high(String limit, int height) {
        return height > HIGHEST_USUAL_MP4 ? "bv*%s[height>%d]+ba[ext=m4a]/".formatted(limit, HIGHEST_USUAL_MP4) : "";
    }

    private static String smallest(DownloadFormat format) {
        var only = format == DownloadFormat.WEBM ? "[ext=webm]" : "";
        return "wv*%1$s+ba%1$s/w%1$s".formatted(only);
    }
}
