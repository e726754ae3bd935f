package io.medianest.server.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.medianest.model.api.Json;
import io.medianest.server.demo.YtDlpAddress.Preference;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A process that speaks yt-dlp's command line and invents the videos. [YtDlpLauncher] writes the script that starts
/// it.
public final class YtDlpStandIn {
    private static final String VERSION = "2026.11.12";
    private static final Duration SLOWNESS = Duration.ofMillis(3500);
    private static final int OK = 0;
    private static final int ERROR = 1;
    private static final int BAD_OPTION = 2;

    private final PrintStream out;
    private final PrintStream err;
    private final Mood mood;
    private final Duration step;
    private final String images;

    private YtDlpStandIn(PrintStream out, PrintStream err, Mood mood, Duration step, String images) {
        this.out = out;
        this.err = err;
        this.mood = mood;
        this.step = step;
        this.images = images;
    }

    /// Runs one command and ends the process with yt-dlp's exit code.
    public static void main(String[] arguments) throws IOException {
        var moodFile = Path.of(System.getProperty("medianest.demo.mood"));
        var standIn = new YtDlpStandIn(
                new PrintStream(System.out, false, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                Files.exists(moodFile) ? Mood.of(Files.readString(moodFile)).orElse(Mood.NORMAL) : Mood.NORMAL,
                Duration.ofMillis(Long.getLong("medianest.demo.step", 0)),
                System.getProperty("medianest.demo.images", ""));
        int code = standIn.run(List.of(arguments));
        standIn.out.flush();
        // Not exit, which some set-ups log on standard output.
        Runtime.getRuntime().halt(code);
    }

    private int run(List<String> arguments) {
        if (arguments.contains("-version")) {
            // Also ffmpeg, which a machine that tries the demo may lack: what comes here needs no joining.
            out.println("ffmpeg version demo");
            return OK;
        }
        try {
            var options = YtDlpOptions.parse(arguments);
            if (options.has("--version")) {
                out.println(VERSION);
                return OK;
            }
            if (options.has("-U")) {
                out.println("yt-dlp is up to date (demo@%s)".formatted(VERSION));
                return OK;
            }
            if (options.urls().isEmpty()) {
                return usage("You must provide at least one URL.\nType yt-dlp --help to see a list of all options.");
            }
            return serve(options);
        } catch (IllegalArgumentException e) {
            return usage(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ERROR;
        }
    }

    private int serve(YtDlpOptions options) throws InterruptedException {
        boolean describing = options.has("--dump-single-json");
        try {
            for (var url : options.urls()) {
                suffer(url);
                var wanted = options.has("--yes-playlist") ? Preference.LIST : Preference.VIDEO;
                var address = YtDlpAddress.parse(url, options.value("--playlist-items"), wanted);
                if (describing) {
                    out.println(json(address, url));
                } else {
                    download(options, address);
                }
            }
            return OK;
        } catch (YtDlpFailure e) {
            if (describing) {
                out.println("null");
            }
            err.println("ERROR: " + e.getMessage());
            return ERROR;
        }
    }

    private void download(YtDlpOptions options, YtDlpAddress address) throws InterruptedException {
        for (var video : address.videos()) {
            try {
                new YtDlpDownload(options, video, out, step, images).run();
            } catch (IOException e) {
                throw new YtDlpFailure("unable to write data: " + e.getMessage());
            }
        }
    }

    /// What the mood does to a call.
    private void suffer(String url) throws InterruptedException {
        switch (mood) {
            case NORMAL -> {
                // Nothing.
            }
            case SLOW -> Thread.sleep(SLOWNESS);
            case FAILING -> throw new YtDlpFailure(trouble(url, "HTTP Error 500: Internal Server Error"));
            case RATE_LIMITED -> throw new YtDlpFailure(trouble(url, "HTTP Error 429: Too Many Requests"));
            case GONE -> throw new YtDlpFailure(trouble(url, "<urlopen error [Errno 111] Connection refused>"));
        }
    }

    private static String trouble(String url, String reason) {
        return "[youtube] %s: Unable to download webpage: %s".formatted(url, reason);
    }

    private String json(YtDlpAddress address, String url) {
        var shape = address.isList()
                ? Fields.of("id", address.listId())
                        .with("title", "Playlist " + address.listId())
                        .with("uploader", "Slow Rivers")
                        .with("_type", "playlist")
                        .with(
                                "entries",
                                address.videos().stream()
                                        .map(video -> video.entry(images))
                                        .toList())
                        .with(
                                "thumbnails",
                                address.videos().stream()
                                        .limit(1)
                                        .flatMap(first -> first.thumbnails(images).stream())
                                        .toList())
                        .with("playlist_count", address.videos().size())
                        .with("webpage_url", url)
                        .with("extractor", "youtube:tab")
                        .with("extractor_key", "YoutubeTab")
                : address.videos().getFirst().metadata(images);
        try {
            return Json.strict()
                    .writeValueAsString(
                            shape.with("_version", Fields.of("version", VERSION).with("repository", "yt-dlp/yt-dlp")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("JSON cannot be written", e);
        }
    }

    private int usage(String problem) {
        err.println("Usage: yt-dlp [OPTIONS] URL [URL...]");
        err.println();
        err.println("yt-dlp: error: " + problem);
        return BAD_OPTION;
    }
}
