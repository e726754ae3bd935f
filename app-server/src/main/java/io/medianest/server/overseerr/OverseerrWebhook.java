package io.medianest.server.overseerr;

import com.fasterxml.jackson.databind.JsonNode;
import io.medianest.model.media.MediaType;
import io.medianest.model.media.TitleKey;
import io.medianest.server.platform.json.Fields;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A message that Overseerr sends when something happened. People may edit its form, so that each part can be
/// missing and some have two names.
///
/// @param requestId Overseerr's number of the request
public record OverseerrWebhook(
        Kind kind, @Nullable Long requestId, @Nullable TitleKey key) {

    /// Reads what it can; never fails.
    public static OverseerrWebhook parse(JsonNode payload) {
        var all = new Fields(payload);
        var request = all.has("request") ? all.at("request") : all.at("{{request}}");
        var media = all.has("media") ? all.at("media") : all.at("{{media}}");
        return new OverseerrWebhook(
                Kind.of(all.text("notification_type", all.text("notificationType", ""))),
                positive(first(request, "request_id", "id", "requestId")),
                key(first(media, "media_type", "mediaType"), first(media, "tmdbId", "tmdb_id")));
    }

    private static @Nullable String first(Fields fields, String... names) {
        for (var name : names) {
            var text = fields.text(name);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private static @Nullable Long positive(@Nullable String text) {
        return text != null && text.matches("[1-9]\\d{0,17}") ? Long.valueOf(text) : null;
    }

    private static @Nullable TitleKey key(@Nullable String type, @Nullable String tmdbId) {
        var id = positive(tmdbId);
        if (type == null || id == null) {
            return null;
        }
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "movie" -> new TitleKey(MediaType.MOVIE, id.toString());
            case "tv" -> new TitleKey(MediaType.TV, id.toString());
            default -> null;
        };
    }

    /// What happened.
    public enum Kind {
        PENDING,
        APPROVED,
        AVAILABLE,
        FAILED,
        DECLINED,
        /// Somebody pressed “Test” in Overseerr.
        TEST,
        /// Nothing that concerns requests.
        OTHER;

        private static Kind of(String type) {
            return switch (type.toUpperCase(Locale.ROOT)) {
                case "MEDIA_PENDING" -> PENDING;
                case "MEDIA_APPROVED", "MEDIA_AUTO_APPROVED" -> APPROVED;
                case "MEDIA_AVAILABLE" -> AVAILABLE;
                case "MEDIA_FAILED" -> FAILED;
                case "MEDIA_DECLINED" -> DECLINED;
                case "TEST_NOTIFICATION" -> TEST;
                default -> OTHER;
            };
        }
    }
}
