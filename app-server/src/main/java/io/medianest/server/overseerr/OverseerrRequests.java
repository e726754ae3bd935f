package io.medianest.server.overseerr;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.media.MediaType;
import io.medianest.model.media.TitleKey;
import io.medianest.model.request.Quality;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.json.Fields;
import io.medianest.server.platform.resilience.UpstreamFailure;
import io.medianest.server.platform.resilience.UpstreamReply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// From Overseerr's requests to ours and back.
final class OverseerrRequests {
    private OverseerrRequests() {}

    /// @return null for an entry without a number
    static @Nullable UpstreamRequest request(Fields entry) {
        var id = entry.whole("id");
        if (id == null) {
            return null;
        }
        boolean is4k = entry.flag("is4k");
        var media = entry.at("media");
        return new UpstreamRequest(
                id,
                key(entry.text("type", media.text("mediaType", "")), media.text("tmdbId")),
                RequestState.of(entry.integer("status", 0)),
                TitleState.of(media, is4k),
                progress(media.list(is4k ? "downloadStatus4k" : "downloadStatus")),
                is4k,
                entry.list("seasons").stream()
                        .map(season -> season.integer("seasonNumber"))
                        .filter(Objects::nonNull)
                        .toList(),
                entry.time("updatedAt"));
    }

    /// The body of a POST. `is4k` always: without it Overseerr finds no duplicates.
    static Map<String, Object> body(Wish wish) {
        var body = new LinkedHashMap<String, Object>();
        body.put("mediaType", wish.key().mediaType().wireName());
        body.put("mediaId", Long.valueOf(wish.key().tmdbId()));
        body.put("is4k", wish.quality() == Quality.UHD);
        if (wish.key().mediaType() == MediaType.TV) {
            body.put("seasons", wish.seasons().isEmpty() ? "all" : wish.seasons());
        }
        return body;
    }

    /// @throws MediaNestException `NOT_FOUND`
    static UpstreamRequest found(UpstreamReply reply) {
        if (reply.status() == 404) {
            throw new MediaNestException(ErrorCode.NOT_FOUND, "Overseerr does not know this request");
        }
        return requestIn(reply.okJson());
    }

    private static UpstreamRequest requestIn(Fields json) {
        var request = request(json);
        if (request == null) {
            throw UpstreamFailure.broken("answered with a request that has no number", null);
        }
        return request;
    }

    /// What became of a wish.
    static Submission submission(UpstreamReply reply) {
        return switch (reply.status()) {
            case 201 -> new Submission.Accepted(requestIn(reply.json()));
            case 202 -> new Submission.NothingLeft(reply.message());
            case 409 -> new Submission.AlreadyThere();
            case 403 -> refusal(reply);
            default -> throw UpstreamFailure.of(reply);
        };
    }

    /// A refused wish has a `message`; a refused key has `status` and `error` instead.
    private static Submission refusal(UpstreamReply reply) {
        if (reply.json().text("message") == null) {
            throw UpstreamFailure.of(reply);
        }
        return new Submission.Refused(reply.message());
    }

    private static @Nullable TitleKey key(String type, @Nullable String tmdbId) {
        if (tmdbId == null) {
            return null;
        }
        return switch (type) {
            case "movie" -> new TitleKey(MediaType.MOVIE, tmdbId);
            case "tv" -> new TitleKey(MediaType.TV, tmdbId);
            default -> null;
        };
    }

    private static @Nullable Integer progress(List<Fields> downloads) {
        double size = sum(downloads, "size");
        if (size <= 0) {
            return null;
        }
        return Math.clamp(Math.round(100 * (1 - sum(downloads, "sizeLeft") / size)), 0, 100);
    }

    private static double sum(List<Fields> downloads, String name) {
        return downloads.stream()
                .map(download -> download.decimal(name))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sum();
    }
}
