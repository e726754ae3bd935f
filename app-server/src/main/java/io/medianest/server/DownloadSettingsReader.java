package io.medianest.server;

import io.medianest.server.download.DownloadSettings;
import io.medianest.server.settings.Setting;
import io.medianest.server.ytdlp.CookieFile;
import io.medianest.server.ytdlp.Extra;
import io.medianest.server.ytdlp.Extras;
import io.medianest.server.ytdlp.Naming;
import io.medianest.server.ytdlp.YtDlpSettings;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the settings of downloads. Methods throw [WrongSetting] for a value that cannot be read.
record DownloadSettingsReader(Path dataDir, SettingValues values) {
    private static final int MAX_CONCURRENCY = 20;
    private static final Pattern HOST_AND_PORT = Pattern.compile("([a-z0-9._-]+|\\[[0-9a-f:]+])(:\\d{1,5})?");

    YtDlpSettings ytDlp() {
        var rateLimit = values.text(Setting.YOUTUBE_RATE_LIMIT);
        return new YtDlpSettings(
                values.text(Setting.YOUTUBE_YT_DLP),
                values.text(Setting.YOUTUBE_FFMPEG),
                rateLimit.isEmpty() ? null : Math.max(1, values.bytes(Setting.YOUTUBE_RATE_LIMIT)),
                values.list(
                        Setting.YOUTUBE_EXTRA_HOSTS,
                        DownloadSettingsReader::hostAndPort,
                        "hosts with commas between them, for example media.home:8080,192.168.1.7"),
                cookies());
    }

    private static Optional<String> hostAndPort(String text) {
        var host = text.toLowerCase(Locale.ROOT);
        return HOST_AND_PORT.matcher(host).matches() ? Optional.of(host) : Optional.empty();
    }

    private @Nullable CookieFile cookies() {
        var text = values.text(Setting.YOUTUBE_COOKIES);
        try {
            return text.isEmpty() ? null : CookieFile.parse(text);
        } catch (IllegalArgumentException e) {
            throw SettingValues.wrong(Setting.YOUTUBE_COOKIES, String.valueOf(e.getMessage()));
        }
    }

    DownloadSettings downloads() {
        return new DownloadSettings(
                directory(),
                values.number(Setting.YOUTUBE_CONCURRENCY, 1, MAX_CONCURRENCY),
                values.bytes(Setting.YOUTUBE_MIN_FREE_SPACE),
                layout(),
                extras(),
                values.flag(Setting.YOUTUBE_COLLECTIONS));
    }

    private Path directory() {
        var chosen = values.text(Setting.YOUTUBE_DIRECTORY);
        if (!chosen.isEmpty()) {
            return Path.of(chosen).toAbsolutePath();
        }
        // What the demo downloads is no video, and goes with its data.
        return values.flag(Setting.DEMO)
                ? dataDir.resolve("downloads")
                : Path.of(System.getProperty("user.home", "."), "Videos", "MediaNest")
                        .toAbsolutePath();
    }

    private Naming layout() {
        return Naming.of(values.text(Setting.YOUTUBE_LAYOUT))
                .orElseThrow(() -> SettingValues.wrong(Setting.YOUTUBE_LAYOUT, "plex, flat or film"));
    }

    private Extras extras() {
        var wanted = EnumSet.copyOf(Extras.USUAL.wanted());
        var languages = values.list(
                Setting.YOUTUBE_SUBTITLES,
                text -> Extras.isLanguage(text) ? Optional.of(text) : Optional.empty(),
                "languages with commas between them, for example en,de");
        if (!languages.isEmpty()) {
            wanted.add(Extra.SUBTITLES);
        }
        if (values.flag(Setting.YOUTUBE_SPONSORBLOCK)) {
            wanted.add(Extra.SPONSORBLOCK);
        }
        if (values.flag(Setting.YOUTUBE_NFO)) {
            wanted.add(Extra.NFO);
        }
        return new Extras(wanted, languages.stream().sorted().toList());
    }
}
