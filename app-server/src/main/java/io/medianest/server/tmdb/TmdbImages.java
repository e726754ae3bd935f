package io.medianest.server.tmdb;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.resilience.Guard;
import io.medianest.server.platform.resilience.GuardPolicy;
import io.medianest.server.platform.resilience.HttpUpstream;
import io.medianest.server.platform.resilience.UpstreamCall;
import io.medianest.server.platform.resilience.UpstreamFailure;
import java.net.URI;
import java.util.function.Supplier;

/// The place where TMDB keeps its pictures; needs no key. Guarded apart from the API: the one can be down
/// without the other. Thread-safe.
public final class TmdbImages {
    public static final GuardPolicy POLICY = TmdbClient.POLICY.named("tmdb-images", "TMDB's picture server");

    private final Guard guard;
    private final HttpUpstream http;
    private final Supplier<URI> url;

    public TmdbImages(Guard guard, HttpUpstream http, Supplier<URI> url) {
        this.guard = guard;
        this.http = http;
        this.url = url;
    }

    /// @param size one of TMDB's words, such as `w342`
    /// @param file a name without any directory
    /// @throws MediaNestException `NOT_FOUND`, or what [Guard#call] tells
    public byte[] fetch(String size, String file) {
        var path = "/%s/%s".formatted(UpstreamCall.encode(size), UpstreamCall.encode(file));
        return guard.call(() -> {
            var reply = http.send(UpstreamCall.get(url.get(), path).header("Accept", "image/*"));
            if (reply.status() == 404) {
                throw new MediaNestException(ErrorCode.NOT_FOUND, "There is no such picture");
            }
            if (reply.status() != 200) {
                throw UpstreamFailure.of(reply);
            }
            if (!reply.contentType().startsWith("image/")) {
                throw UpstreamFailure.broken("answered with something else than a picture", null);
            }
            return reply.bytes();
        });
    }
}
