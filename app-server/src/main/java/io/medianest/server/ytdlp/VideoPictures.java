package io.medianest.server.ytdlp;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.network.PublicAddresses;
import io.medianest.server.platform.resilience.Guard;
import io.medianest.server.platform.resilience.GuardPolicy;
import io.medianest.server.platform.resilience.HttpUpstream;
import io.medianest.server.platform.resilience.UpstreamCall;
import io.medianest.server.platform.resilience.UpstreamFailure;
import io.medianest.server.platform.resilience.UpstreamReply;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The pictures of videos, from wherever the videos' hosts say that they are. What they say is not believed: beside
/// the hosts that somebody set, it must be https at a public address. A name that leads elsewhere once it was looked
/// at leads to somebody who cannot show the certificate for it. Thread-safe.
public final class VideoPictures {
    public static final GuardPolicy POLICY =
            GuardPolicy.of("youtube-images", "The picture server of the videos", 8, Duration.ofSeconds(60), 2);

    private static final Logger LOG = LoggerFactory.getLogger(VideoPictures.class);

    private final Guard guard;
    private final HttpUpstream http;
    private final Supplier<Set<String>> trusted;

    /// @param trusted hosts that may be anywhere, with their port where it is not the usual one; asked at each call
    public VideoPictures(Guard guard, HttpUpstream http, Supplier<Set<String>> trusted) {
        this.guard = guard;
        this.http = http;
        this.trusted = trusted;
    }

    /// @param address as the host of the video tells it
    /// @throws MediaNestException `NOT_FOUND` also for addresses that are not asked, or what [Guard#call] tells
    public byte[] fetch(String address) {
        var uri = uri(address);
        return guard.call(() -> {
            requireAllowed(uri);
            return picture(http.send(UpstreamCall.get(uri, "").header("Accept", "image/*")));
        });
    }

    private static URI uri(String address) {
        try {
            var uri = URI.create(address);
            if (uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            LOG.debug("not the address of a picture", e);
        }
        throw missing();
    }

    private void requireAllowed(URI uri) {
        var scheme = Objects.requireNonNullElse(uri.getScheme(), "").toLowerCase(Locale.ROOT);
        var isTrusted = trusted.get().contains(uri.getRawAuthority().toLowerCase(Locale.ROOT));
        var isWeb = scheme.equals("https") || (scheme.equals("http") && isTrusted);
        if (!isWeb || (!isTrusted && !isPublic(uri))) {
            LOG.warn("A picture of a video is said to be at {}, where it is not fetched from", uri.getRawAuthority());
            throw missing();
        }
    }

    private static boolean isPublic(URI uri) {
        try {
            return uri.getPort() == -1
                    && Arrays.stream(InetAddress.getAllByName(uri.getHost())).allMatch(PublicAddresses::contain);
        } catch (UnknownHostException e) {
            throw UpstreamFailure.broken("cannot be reached: nobody knows the name in its address", e);
        }
    }

    private static byte[] picture(UpstreamReply reply) {
        if (reply.status() == 404 || reply.status() == 410) {
            throw missing();
        }
        if (reply.status() != 200) {
            throw UpstreamFailure.of(reply);
        }
        if (!reply.contentType().startsWith("image/")) {
            throw UpstreamFailure.refused("answered with something else than a picture");
        }
        return reply.bytes();
    }

    private static MediaNestException missing() {
        return new MediaNestException(ErrorCode.NOT_FOUND, "There is no such picture");
    }
}
