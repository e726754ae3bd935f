package io.medianest.server.ytdlp;

import io.medianest.model.download.DownloadQuality;
import io.medianest.model.download.Format;
import io.medianest.model.download.MediaPreview;
import io.medianest.model.download.PlaylistEntry;
import io.medianest.model.download.PlaylistMetadata;
import io.medianest.model.download.VideoMetadata;
import io.medianest.server.platform.json.Fields;
import io.medianest.server.platform.resilience.UpstreamFailure;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Takes from yt-dlp's description of an address what people want to know. The rest, such as the addresses of
/// the streams and the headers to load them with, goes no further.
final class PreviewReader {
    private static final int LONGEST_TEXT = 5_000;
    private static final int LONGEST_ADDRESS = 2_000;

    private PreviewReader() {}

    /// @throws UpstreamFailure when it describes nothing
    static MediaPreview read(Fields json, VideoAddress address) {
        if (!json.has("id")) {
            throw UpstreamFailure.broken("does not tell: what yt-dlp says describes no video", null);
        }
        return json.text("_type", "video").equals("playlist") ? playlist(json, address) : video(json, address);
    }

    /// Title, uploader and so on, as the progress of a download needs them.
    static FoundVideo found(Fields json, VideoAddress address) {
        return new FoundVideo(
                id(json, address),
                json.text("title", "Untitled"),
                uploader(json),
                day(json.text("upload_date")),
                seconds(json),
                picture(json));
    }

    private static VideoMetadata video(Fields json, VideoAddress address) {
        var formats = json.list("formats").stream()
                .map(PreviewReader::format)
                .filter(Objects::nonNull)
                .toList();
        return new VideoMetadata(
                id(json, address),
                address.canonicalUrl(),
                json.text("title", "Untitled"),
                description(json),
                seconds(json),
                picture(json),
                uploader(json),
                day(json.text("upload_date")),
                json.whole("view_count"),
                json.flag("is_live") || json.text("live_status", "").equals("is_live"),
                qualities(formats),
                formats);
    }

    /// On a host of the household yt-dlp calls a video by its file's name, which another folder may have too.
    private static String id(Fields json, VideoAddress address) {
        return switch (address.site()) {
            case YOUTUBE -> json.text("id", address.id());
            case EXTRA -> address.id();
        };
    }

    private static PlaylistMetadata playlist(Fields json, VideoAddress address) {
        var entries = new ArrayList<PlaylistEntry>();
        int position = 0;
        for (var entry : json.list("entries")) {
            position++;
            var id = entry.text("id");
            if (id != null) {
                entries.add(entry(entry, id, position));
            }
        }
        return new PlaylistMetadata(
                json.text("id", address.id()),
                address.canonicalUrl(),
                json.text("title", "Untitled"),
                description(json),
                picture(json),
                uploader(json),
                Math.max(json.integer("playlist_count", position), position),
                entries);
    }

    private static PlaylistEntry entry(Fields json, String id, int position) {
        return new PlaylistEntry(
                position,
                id,
                json.text("title", "Untitled"),
                seconds(json),
                "https://www.youtube.com/watch?v=" + id,
                uploader(json),
                picture(json));
    }

    /// Null for what is neither picture nor sound, such as the small pictures above a player's bar.
    private static @Nullable Format format(Fields json) {
        var id = json.text("format_id");
        var video = codec(json, "vcodec");
        var audio = codec(json, "acodec");
        if (id == null || json.text("ext", "").equals("mhtml")) {
            return null;
        }
        var exact = json.whole("filesize");
        return new Format(
                id,
                json.text("ext", "unknown"),
                json.text("format_note"),
                json.integer("width"),
                json.integer("height"),
                json.decimal("fps"),
                video,
                audio,
                exact == null ? json.whole("filesize_approx") : exact);
    }

    private static @Nullable String codec(Fields json, String name) {
        var codec = json.text(name);
        return "none".equals(codec) ? null : codec;
    }

    /// The qualities that bring something of their own: one for each height that there is.
    private static List<DownloadQuality> qualities(List<Format> formats) {
        return Arrays.stream(DownloadQuality.values())
                .filter(quality -> quality.height().isPresent())
                .filter(quality -> formats.stream().anyMatch(format -> suits(format, quality)))
                .toList();
    }

    /// Films are often a little lower than their name, for example 1920 × 800.
    private static boolean suits(Format format, DownloadQuality quality) {
        var height = format.height();
        int wanted = quality.height().orElse(0);
        if (height == null || wanted == 0) {
            return false;
        }
        var width = format.width();
        int lines = width == null ? height : Math.max(height, width * 9 / 16);
        return Math.abs(lines - wanted) * 10 <= wanted;
    }

    private static @Nullable String description(Fields json) {
        var text = json.text("description");
        return text == null || text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }

    private static @Nullable String uploader(Fields json) {
        var uploader = json.text("uploader");
        return uploader == null ? json.text("channel") : uploader;
    }

    private static @Nullable Long seconds(Fields json) {
        var seconds = json.decimal("duration");
        return seconds == null || seconds <= 0 ? null : Math.round(seconds);
    }

    private static @Nullable String picture(Fields json) {
        var address = json.text("thumbnail");
        if (address == null && !json.list("thumbnails").isEmpty()) {
            address = json.list("thumbnails").getLast().text("url");
        }
        return address != null && address.length() <= LONGEST_ADDRESS && isWeb(address) ? address : null;
    }

    private static boolean isWeb(String address) {
        try {
            var uri = URI.create(address);
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            return uri.getHost() != null && (scheme.equals("https") || scheme.equals("http"));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static @Nullable LocalDate day(@Nullable String yyyymmdd) {
        try {
            return yyyymmdd == null ? null : LocalDate.parse(yyyymmdd, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
