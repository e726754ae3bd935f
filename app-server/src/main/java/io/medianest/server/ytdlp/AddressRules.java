package io.medianest.server.ytdlp;

import io.medianest.server.platform.MediaNestException;
import io.medianest.server.ytdlp.VideoAddress.Kind;
import io.medianest.server.ytdlp.VideoAddress.Site;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/// Which addresses may be downloaded from. What passes is not handed on as it came, but spelled anew from
/// what was understood of it. Thread-safe.
public final class AddressRules {
    private static final int LONGEST = 2_000;
    private static final int HASH_LETTERS = 16;
    private static final Set<String> YOUTUBE = Set.of(
            "youtube.com",
            "www.youtube.com",
            "m.youtube.com",
            "music.youtube.com",
            "youtu.be",
            "youtube-nocookie.com",
            "www.youtube-nocookie.com");

    private final Supplier<Set<String>> extraHosts;

    /// @param extraHosts hosts beside YouTube's, with their port where it is not the usual one; asked at each
    ///     call
    public AddressRules(Supplier<Set<String>> extraHosts) {
        this.extraHosts = extraHosts;
    }

    /// Reads what a person typed.
    ///
    /// @throws MediaNestException `VALIDATION_ERROR` with a sentence that says why it is refused
    public VideoAddress parse(String url) {
        var uri = uri(url.strip());
        var host = uri.getRawAuthority().toLowerCase(Locale.ROOT);
        if (extraHosts.get().contains(host)) {
            return extra(uri, host);
        }
        if (!YOUTUBE.contains(host)) {
            throw refused(
                    "Videos come from YouTube: write an address such as https://www.youtube.com/watch?v=dQw4w9WgXcQ");
        }
        if (!"https".equalsIgnoreCase(uri.getScheme())) {
            throw refused("The address must begin with https://");
        }
        return YouTubeLink.of(uri, host).orElseThrow(() -> refused("This is no page of a video, playlist or channel"));
    }

    private static URI uri(String text) {
        if (text.length() > LONGEST) {
            throw refused("The address is too long");
        }
        try {
            var uri = new URI(text);
            if (uri.isOpaque() || uri.getRawAuthority() == null || !isWeb(uri)) {
                throw refused("This is no web address: it must begin with https://");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw refused("This is no web address: copy it from the browser once more");
        }
    }

    private static boolean isWeb(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
    }

    private static VideoAddress extra(URI uri, String host) {
        var path = uri.normalize().getRawPath();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        var canonical = uri.getScheme().toLowerCase(Locale.ROOT) + "://" + host + (path.isEmpty() ? "/" : path) + query;
        return new VideoAddress(canonical, Kind.VIDEO, hash(canonical), Site.EXTRA);
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_LETTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static MediaNestException refused(String sentence) {
        return MediaNestException.invalid("url", sentence);
    }
}
