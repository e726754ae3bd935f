package io.medianest.server.demo;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// What a YouTube address names: one video, or a list of them.
///
/// @param listId empty for a single video
/// @param videos the video, or all of the list in its order
record YtDlpAddress(String listId, List<YtDlpVideo> videos) {
    private static final Set<String> HOSTS = Set.of(
            "youtube.com",
            "www.youtube.com",
            "m.youtube.com",
            "music.youtube.com",
            "youtu.be",
            "youtube-nocookie.com",
            "www.youtube-nocookie.com");
    private static final Pattern VIDEO_PATH = Pattern.compile("/(?:shorts|live|embed)/([\\w-]{11})/?");
    private static final Pattern LIST_PATH = Pattern.compile("/(?:@|channel/|c/|user/)([^/]+).*");
    private static final Pattern VIDEO_ID = Pattern.compile("[\\w-]{11}");
    private static final Map<String, String> TROUBLE = Map.of(
            "PRIVATE", "Private video. Sign in if you've been granted access to this video",
            "REMOVED", "Video unavailable. This video has been removed by the uploader",
            "BLOCKED", "Video unavailable. The uploader has not made this video available in your country",
            "AGELIMI", "Sign in to confirm your age. This video may be inappropriate for some users.",
            "BOTTEST", "Sign in to confirm you're not a bot. Use --cookies-from-browser or --cookies.");

    /// Reads an address. Ids that begin with a word of trouble, such as `PRIVATE0001`, fail as real ones do.
    ///
    /// @param wantsList whether the list counts where an address names a video of a list
    /// @throws YtDlpFailure when yt-dlp would not find a video there
    static YtDlpAddress parse(String url, Optional<String> items, Preference wantsList) {
        var uri = uri(url);
        var query = new Call("GET", "/", Optional.ofNullable(uri.getRawQuery()).orElse(""), Map.of(), "", Map.of())
                .queryParameters();
        var list = list(uri, query.get("list"));
        var video = video(uri, query.getOrDefault("v", ""));
        if (list.isPresent() && (video.isEmpty() || wantsList == Preference.LIST)) {
            return new YtDlpAddress(list.get(), chosen(list.get(), items.orElse("")));
        }
        var id = video.orElseThrow(() -> new YtDlpFailure("Unsupported URL: " + url));
        var trouble = TROUBLE.get(id.substring(0, 7));
        if (trouble != null) {
            throw new YtDlpFailure("[youtube] %s: %s".formatted(id, trouble));
        }
        return new YtDlpAddress("", List.of(YtDlpVideo.of(id)));
    }

    boolean isList() {
        return !listId.isEmpty();
    }

    private static URI uri(String url) {
        try {
            var uri = URI.create(url);
            if (uri.getHost() != null && HOSTS.contains(uri.getHost())) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new YtDlpFailure("[generic] '%s' is not a valid URL".formatted(url));
        }
        throw new YtDlpFailure("No suitable extractor found for URL " + url);
    }

    private static Optional<String> video(URI uri, String parameter) {
        var path = VIDEO_PATH.matcher(uri.getPath());
        var id = path.matches() ? path.group(1) : parameter;
        if (uri.getHost().equals("youtu.be")) {
            id = uri.getPath().replace("/", "");
        }
        return Optional.of(id).filter(candidate -> VIDEO_ID.matcher(candidate).matches());
    }

    private static Optional<String> list(URI uri, @org.jspecify.annotations.Nullable String parameter) {
        var path = LIST_PATH.matcher(uri.getPath());
        return path.matches() ? Optional.of(path.group(1)) : Optional.ofNullable(parameter);
    }

    private static List<YtDlpVideo> chosen(String listId, String items) {
        int count = 6 + Math.floorMod(listId.hashCode(), 14);
        return IntStream.rangeClosed(1, count)
                .filter(position -> items.isEmpty() || includes(items, position))
                .mapToObj(position -> YtDlpVideo.of(entryId(listId, position)))
                .toList();
    }

    /// @param items as `--playlist-items` has them: `1:20`, `2-4` or `1,3,5`
    private static boolean includes(String items, int position) {
        for (var item : items.split(",", -1)) {
            var ends = item.strip().split("[:-]", -1);
            int first = ends[0].isEmpty() ? 1 : Integer.parseInt(ends[0]);
            int last = ends.length == 1 ? first : ends[1].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(ends[1]);
            if (position >= first && position <= last) {
                return true;
            }
        }
        return false;
    }

    private static String entryId(String listId, int position) {
        long hash = (listId.hashCode() * 31L + position) * 0x9E3779B97F4A7C15L;
        var letters = Long.toUnsignedString(hash, 36) + "demodemodem";
        return letters.substring(0, 11);
    }

    /// What counts where an address names both.
    enum Preference {
        VIDEO,
        LIST
    }
}
