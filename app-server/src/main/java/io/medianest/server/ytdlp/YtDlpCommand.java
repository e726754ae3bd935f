package io.medianest.server.ytdlp;

import io.medianest.model.download.DownloadFormat;
import io.medianest.model.download.DownloadFormat.Content;
import io.medianest.server.ytdlp.VideoAddress.Kind;
import io.medianest.server.ytdlp.VideoAddress.Site;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Command lines for yt-dlp. No word in them comes from a person but the address, which [AddressRules]
/// spelled, behind a `--` that ends the options.
///
/// @param program yt-dlp
/// @param cache where yt-dlp keeps what it has learned of the players of YouTube
/// @param cookies a file that it may read and write; null without any
record YtDlpCommand(Path program, Path cache, @Nullable Path cookies) {
    /// Where finished files are, below the directory of an order.
    static final String DONE = "done";
    /// How many videos of a list are told of at once where somebody waits for it.
    static final int LONGEST_LIST = 500;

    static final String FOUND = "MNMETA ";
    static final String STREAMS = "MNPLAN ";
    static final String PROGRESS = "MNPROG ";
    static final String FILE = "MNFILE ";

    private static final String CACHE = "--cache-dir";
    private static final String UNFINISHED = "parts";
    /// Always the same, so that no title can make a path, and so that a later run finds what an earlier one
    /// left.
    private static final String NAME = "media.%(ext)s";

    /// What stands in each command line that names this folder.
    static String cacheWords(Path cache) {
        return " " + CACHE + " " + cache + " ";
    }

    /// Describes what is behind an address, as one JSON document.
    List<String> describe(VideoAddress address) {
        return describe(address, 1, LONGEST_LIST);
    }

    /// As the other one; of a list from one position to another.
    List<String> describe(VideoAddress address, int first, int last) {
        var command = basics(address.site());
        if (address.kind() == Kind.PLAYLIST) {
            command.addAll(List.of("--flat-playlist", "--yes-playlist", "--playlist-items", first + ":" + last));
        } else {
            command.add("--no-playlist");
        }
        command.addAll(List.of("-J", "--", address.canonicalUrl()));
        return command;
    }

    /// Downloads a video into the directory that it is started in.
    List<String> download(FetchOrder order, @Nullable Path ffmpeg, @Nullable Long rateLimitBytes) {
        var command = basics(order.address().site());
        command.addAll(List.of("--no-playlist", "--newline", "--progress", "--no-mtime", "--no-exec"));
        // A broadcast would be recorded for as long as it lasts.
        command.addAll(List.of("--break-match-filters", "!is_live"));
        command.addAll(List.of("-P", "home:" + DONE, "-P", "temp:" + UNFINISHED, "-o", NAME));
        if (ffmpeg != null) {
            command.addAll(List.of("--ffmpeg-location", ffmpeg.toString()));
        }
        if (rateLimitBytes != null) {
            command.addAll(List.of("--limit-rate", rateLimitBytes.toString()));
        }
        command.addAll(selection(order.selection()));
        command.addAll(extras(order));
        command.addAll(reports());
        command.addAll(List.of("--", order.address().canonicalUrl()));
        return command;
    }

    private List<String> basics(Site site) {
        var extractors = switch (site) {
            case YOUTUBE -> "youtube.*";
            case EXTRA -> "generic";
        };
        var command = new ArrayList<>(List.of(
                program.toString(),
                "--ignore-config",
                "--no-colors",
                "--no-warnings",
                "--use-extractors",
                extractors,
                "--socket-timeout",
                "15",
                // One word: Java reads the command line of a process up to its first empty word only.
                "--proxy=",
                CACHE,
                cache.toString()));
        if (cookies != null) {
            command.addAll(List.of("--cookies", cookies.toString()));
        }
        return command;
    }

    private static List<String> reports() {
        return List.of(
                "--progress-template",
                "download:" + PROGRESS
                        + "%(progress.{status,downloaded_bytes,total_bytes,total_bytes_estimate,speed,eta,fragment_index,"
                        + "fragment_count})j",
                "--print",
                "before_dl:" + FOUND
                        + "%(.{id,title,uploader,channel,upload_date,duration,thumbnail,description,filesize,"
                        + "filesize_approx})j",
                "--print",
                "before_dl:" + STREAMS + "%(requested_formats.:.{filesize,filesize_approx,tbr,vcodec})j",
                "--print",
                "after_move:" + FILE + "%(filepath)j");
    }

    private static List<String> selection(Selection selection) {
        var format = selection.format();
        if (format.content() == Content.AUDIO) {
            return List.of(
                    "-f",
                    StreamSelector.of(selection),
                    "-x",
                    "--audio-format",
                    format.wireName(),
                    "--audio-quality",
                    "0");
        }
        return List.of(
                "-f",
                StreamSelector.of(selection),
                "--merge-output-format",
                format.wireName(),
                "--remux-video",
                format.wireName());
    }

    private static List<String> extras(FetchOrder order) {
        var extras = order.extras();
        var format = order.selection().format();
        var options = new ArrayList<String>();
        if (extras.wants(Extra.METADATA)) {
            options.add("--embed-metadata");
        }
        if (extras.wants(Extra.THUMBNAIL) || extras.wants(Extra.THUMBNAIL_BESIDE)) {
            options.addAll(List.of("--write-thumbnail", "--convert-thumbnails", "jpg"));
        }
        // WebM has no room for a picture, and yt-dlp calls that an error.
        if (extras.wants(Extra.THUMBNAIL) && format != DownloadFormat.WEBM) {
            options.add("--embed-thumbnail");
        }
        if (extras.wants(Extra.SUBTITLES) && format.content() == Content.VIDEO) {
            var languages = extras.subtitleLanguages().isEmpty() ? List.of("en") : extras.subtitleLanguages();
            options.addAll(List.of("--embed-subs", "--sub-langs", String.join(",", languages)));
        }
        if (extras.wants(Extra.SPONSORBLOCK)) {
            options.addAll(List.of("--sponsorblock-remove", "sponsor"));
        }
        return options;
    }
}
