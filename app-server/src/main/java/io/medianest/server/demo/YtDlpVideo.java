package io.medianest.server.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/// The plausible facts of any YouTube id: the same id always gives the same.
///
/// @param seconds how long it plays
record YtDlpVideo(String id, String title, String uploader, int seconds, LocalDate uploaded, int views) {
    private static final List<String> TITLES = List.of(
            "How a Lighthouse Lens Is Made",
            "Dawn over the Salt Flats",
            "Building a Canoe from One Tree",
            "The Last Typewriter Workshop",
            "A Night Train through the Alps",
            "Why Bridges Sing",
            "Ten Minutes of Rain on a Tin Roof",
            "Restoring a 1902 Film Reel",
            "The Clockmaker's Winter",
            "What Lives under a Pier",
            "Sourdough, Explained Slowly",
            "Mapping the Quiet Places",
            "One Day at a Glass Furnace",
            "The Island with Four Lighthouses");
    private static final List<String> UPLOADERS = List.of(
            "Slow Rivers", "Blue Harbour Films", "The Attic Workshop", "North & Nowhere", "Field Notes", "Old Reels");
    private static final int[] HEIGHTS = {144, 240, 360, 480, 720, 1080, 1440, 2160};

    static YtDlpVideo of(String id) {
        int hash = Math.floorMod(id.hashCode() * 0x9E3779B1, 1 << 30);
        return new YtDlpVideo(
                id,
                TITLES.get(hash % TITLES.size()),
                UPLOADERS.get(hash / 17 % UPLOADERS.size()),
                95 + hash / 131 % 1500,
                LocalDate.of(2019, 1, 1).plusDays(hash / 7 % 2500),
                1_200 + hash % 900_000);
    }

    String address() {
        return "https://www.youtube.com/watch?v=" + id;
    }

    String uploadDate() {
        return uploaded.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    /// What `-J` prints of a video.
    ///
    /// @param images where the thumbnails are
    Fields metadata(String images) {
        return Fields.of("id", id)
                .with("title", title)
                .with("formats", formats())
                .with("thumbnails", List.of(Fields.of("url", thumbnail(images)).with("id", "0")))
                .with("thumbnail", thumbnail(images))
                .with("description", "%s, by %s. A stand-in for a real video.".formatted(title, uploader))
                .with("channel_id", channelId())
                .with("channel", uploader)
                .with("uploader", uploader)
                .with("uploader_id", "@" + channelId())
                .with("duration", seconds)
                .with("view_count", views)
                .with("age_limit", 0)
                .with("webpage_url", address())
                .with("original_url", address())
                .with("live_status", "not_live")
                .with("upload_date", uploadDate())
                .with("extractor", "youtube")
                .with("extractor_key", "Youtube")
                .with("display_id", id)
                .with("fulltitle", title)
                .with("ext", "mp4")
                .with("format_id", "137+140")
                .with("_type", "video");
    }

    /// As yt-dlp lists them of an entry, and of a playlist.
    List<Fields> thumbnails(String images) {
        return List.of(Fields.of("url", thumbnail(images)));
    }

    private String thumbnail(String images) {
        return images + "/t/p/w780/v" + id + ".jpg";
    }

    /// What `-J --flat-playlist` prints of an entry.
    ///
    /// @param images where the thumbnails are
    Fields entry(String images) {
        return Fields.of("_type", "url")
                .with("ie_key", "Youtube")
                .with("id", id)
                .with("url", address())
                .with("title", title)
                .with("duration", seconds)
                .with("channel", uploader)
                .with("uploader", uploader)
                .with("thumbnails", thumbnails(images))
                .with("view_count", views);
    }

    private List<Fields> formats() {
        var formats = new ArrayList<Fields>();
        formats.add(format("140", "m4a", "none", "mp4a.40.2", 0, 129));
        formats.add(format("251", "webm", "none", "opus", 0, 141));
        formats.add(format("18", "mp4", "avc1.42001E", "mp4a.40.2", 360, 520));
        for (int i = 0; i < HEIGHTS.length; i++) {
            boolean high = HEIGHTS[i] > 1080;
            formats.add(format(
                    Integer.toString(high ? 300 + i : 130 + i),
                    high ? "webm" : "mp4",
                    high ? "vp9" : "avc1.64001F",
                    "none",
                    HEIGHTS[i],
                    HEIGHTS[i] * 2.4));
        }
        return formats;
    }

    private Fields format(String formatId, String ext, String video, String audio, int height, double rate) {
        return Fields.of("format_id", formatId)
                .with("ext", ext)
                .with("vcodec", video)
                .with("acodec", audio)
                .with("height", height == 0 ? null : height)
                .with("width", height == 0 ? null : height * 16 / 9)
                .with("fps", height == 0 ? null : 30)
                .with("tbr", rate)
                .with("filesize", Math.round(rate * 125 * seconds))
                .with("protocol", "https")
                .with("format_note", height == 0 ? "medium" : height + "p")
                .with("format", formatId + " - " + (height == 0 ? "audio only" : height + "p"));
    }

    private String channelId() {
        return "UCdemo" + Integer.toHexString(uploader.hashCode());
    }
}
