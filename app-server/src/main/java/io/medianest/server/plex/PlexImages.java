package io.medianest.server.plex;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.config.ServiceSettings;
import io.medianest.server.platform.resilience.Guard;
import io.medianest.server.platform.resilience.GuardPolicy;
import io.medianest.server.platform.resilience.HttpUpstream;
import io.medianest.server.platform.resilience.UpstreamFailure;
import io.medianest.server.platform.resilience.UpstreamReply;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The pictures of the household's Plex media server. Guarded apart from the rest: everybody may look at pictures, and
/// however many do, the library must not wait for them. Thread-safe.
public final class PlexImages {
    private static final int CONCURRENT = 8;
    public static final GuardPolicy POLICY = new GuardPolicy(
            "plex-images", "Plex's picture server", 5, Duration.ofSeconds(45), 3, Duration.ofSeconds(15), CONCURRENT);

    private static final Pattern PICTURE =
            Pattern.compile("/library/(?:metadata|collections)/(\\d{1,12})/(?:thumb|art)/\\d{1,12}");

    private final Guard guard;
    private final PlexCalls calls;

    /// Knows no other way to the server than the address that is set.
    ///
    /// @param settings asked at each call, so that a change works at once
    public PlexImages(Guard guard, HttpUpstream http, Supplier<ServiceSettings> settings, PlexDevice device) {
        this(guard, PlexRoads.straight(http, device), settings, device);
    }

    /// @param settings asked at each call, so that a change works at once
    public PlexImages(Guard guard, PlexRoads roads, Supplier<ServiceSettings> settings, PlexDevice device) {
        this.guard = guard;
        this.calls = new PlexCalls(guard, roads, settings, device);
    }

    /// Whether a path is that of a title's picture: the only ones that are fetched from the server.
    public static boolean isPicture(@Nullable String path) {
        return path != null && PICTURE.matcher(path).matches();
    }

    /// The number of the title or collection whose picture it is.
    ///
    /// @param path see [#isPicture]
    public static String titleOf(String path) {
        var picture = PICTURE.matcher(path);
        if (!picture.matches()) {
            throw new IllegalArgumentException("not a picture of a title");
        }
        return picture.group(1);
    }

    /// Whose word it is that there is such a picture.
    public enum Hearsay {
        /// What the library said when it was read: a server that fails with it is unwell.
        LIBRARY,
        /// Whoever asks. Strangers may name pictures that are not there, with which some servers fail: however often
        /// they do, it must not stand in the way of the others.
        ANYBODY
    }

    /// A poster, made to measure by the server.
    ///
    /// @param path of the picture on the server, see [#isPicture]
    /// @throws MediaNestException also `VALIDATION_ERROR` for any other path, `NOT_FOUND`
    public byte[] fetch(String path, Hearsay hearsay, int width, int height) {
        if (!isPicture(path)) {
            // The server would fetch whatever address it is given, from inside the household.
            throw MediaNestException.invalid("path", "'path' must be that of a title's picture in the library");
        }
        var call = calls.get("/photo/:/transcode")
                .query("url", path)
                .query("width", width)
                .query("height", height)
                .query("minSize", 1)
                .query("upscale", 1)
                .header("Accept", "image/*");
        return guard.call(() -> picture(calls.send(call), hearsay));
    }

    private static byte[] picture(UpstreamReply reply, Hearsay hearsay) {
        if (reply.status() == 404) {
            throw new MediaNestException(ErrorCode.NOT_FOUND, "There is no such picture");
        }
        if (reply.status() >= 500 && hearsay == Hearsay.ANYBODY) {
            throw UpstreamFailure.refused("cannot make this picture (HTTP %d)".formatted(reply.status()));
        }
        if (reply.status() != 200) {
            throw UpstreamFailure.of(reply);
        }
        if (!reply.contentType().startsWith("image/")) {
            throw UpstreamFailure.refused("answered with something else than a picture");
        }
        return reply.bytes();
    }
}
