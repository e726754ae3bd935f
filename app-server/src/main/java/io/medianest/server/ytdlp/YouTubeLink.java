package io.medianest.server.ytdlp;

import io.medianest.server.ytdlp.VideoAddress.Kind;
import io.medianest.server.ytdlp.VideoAddress.Site;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The many spellings of YouTube's addresses, each brought to one.
final class YouTubeLink {
    private static final String HOME = "https://www.youtube.com/";
    private static final Pattern VIDEO = Pattern.compile("[A-Za-z0-9_-]{11}");
    private static final Pattern LIST = Pattern.compile("[A-Za-z0-9_-]{2,64}");
    /// What a list is called that each account has one of, for nobody else to see: what it will watch, has watched
    /// and liked.
    private static final Pattern PRIVATE = Pattern.compile("WL|HL|LM|LL.*");
    private static final Pattern NAME = Pattern.compile("@?[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}._·-]{0,99}");
    private static final Set<String> OWNERS = Set.of("channel", "c", "user");
    private static final Set<String> TABS = Set.of("videos", "shorts", "streams");

    private YouTubeLink() {}

    /// @param host in lower case, one of YouTube's
    static Optional<VideoAddress> of(URI uri, String host) {
        var path = segments(uri);
        if (host.equals("youtu.be")) {
            return path.size() == 1 ? video(path.getFirst()) : Optional.empty();
        }
        if (path.isEmpty()) {
            return Optional.empty();
        }
        return switch (path.getFirst()) {
            case "watch" -> watched(uri, path);
            case "playlist" -> path.size() == 1 ? list(parameter(uri, "list")) : Optional.empty();
            case "embed" ->
                path.equals(List.of("embed", "videoseries"))
                        ? list(parameter(uri, "list"))
                        : second(path).flatMap(YouTubeLink::video);
            case "shorts", "live" -> second(path).flatMap(YouTubeLink::video);
            default -> channel(path);
        };
    }

    private static Optional<VideoAddress> watched(URI uri, List<String> path) {
        if (path.size() != 1) {
            return Optional.empty();
        }
        return parameter(uri, "v").isEmpty() ? list(parameter(uri, "list")) : video(parameter(uri, "v"));
    }

    private static Optional<VideoAddress> video(String id) {
        return VIDEO.matcher(id).matches()
                ? Optional.of(new VideoAddress(HOME + "watch?v=" + id, Kind.VIDEO, id, Site.YOUTUBE))
                : Optional.empty();
    }

    /// @throws io.medianest.server.platform.MediaNestException `VALIDATION_ERROR` for one that only its owner may
    ///     see: with a `cookies.txt` it would show everybody what is its owner's
    private static Optional<VideoAddress> list(String id) {
        if (PRIVATE.matcher(id).matches()) {
            throw AddressRules.refused("This list is private to an account: make a playlist of what is wanted of it");
        }
        return LIST.matcher(id).matches()
                ? Optional.of(new VideoAddress(HOME + "playlist?list=" + id, Kind.PLAYLIST, id, Site.YOUTUBE))
                : Optional.empty();
    }

    /// A channel stands for the list of its videos, or of what else one of its tabs shows.
    private static Optional<VideoAddress> channel(List<String> path) {
        int length = path.getFirst().startsWith("@") ? 1 : 2;
        if (path.size() < length || path.size() > length + 1) {
            return Optional.empty();
        }
        var name = path.get(length - 1);
        var tab = path.size() > length ? path.get(length) : "videos";
        boolean owned = length == 1 || (OWNERS.contains(path.getFirst()) && !name.startsWith("@"));
        if (!owned || !NAME.matcher(name).matches() || !TABS.contains(tab)) {
            return Optional.empty();
        }
        var spelled = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("%40", "@");
        var owner = length == 1 ? spelled : path.getFirst() + "/" + spelled;
        var id = tab.equals("videos") ? name : name + "/" + tab;
        return Optional.of(new VideoAddress(HOME + owner + "/" + tab, Kind.PLAYLIST, id, Site.YOUTUBE));
    }

    private static Optional<String> second(List<String> path) {
        return path.size() == 2 ? Optional.of(path.get(1)) : Optional.empty();
    }

    private static List<String> segments(URI uri) {
        return Arrays.stream(uri.getRawPath().split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .map(YouTubeLink::decoded)
                .toList();
    }

    /// Empty when absent.
    private static String parameter(URI uri, String name) {
        var query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        return Arrays.stream(query.split("&", -1))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> decoded(pair.substring(name.length() + 1)))
                .findFirst()
                .orElse("");
    }

    private static String decoded(String text) {
        // A bare plus is a plus in a path, and no id has one.
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
