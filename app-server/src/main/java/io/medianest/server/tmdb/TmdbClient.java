package io.medianest.server.tmdb;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.media.MediaDetails;
import io.medianest.model.media.MediaItem;
import io.medianest.model.media.MediaType;
import io.medianest.model.media.TitleKey;
import io.medianest.model.settings.ServiceProblem;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.config.ServiceSettings;
import io.medianest.server.platform.json.Fields;
import io.medianest.server.platform.resilience.CallRules;
import io.medianest.server.platform.resilience.Guard;
import io.medianest.server.platform.resilience.GuardPolicy;
import io.medianest.server.platform.resilience.HttpUpstream;
import io.medianest.server.platform.resilience.UpstreamCall;
import io.medianest.server.platform.resilience.UpstreamFailure;
import io.medianest.server.platform.resilience.UpstreamPage;
import io.medianest.server.platform.resilience.UpstreamReply;
import io.medianest.server.platform.security.Limit;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The Movie Database. Posters and other pictures in what it returns are TMDB's own file names, such as
/// `/abc.jpg`. All methods throw `SERVICE_UNAVAILABLE`, `UPSTREAM_ERROR` or `UPSTREAM_TIMEOUT` when it cannot
/// be asked. Thread-safe.
public final class TmdbClient {
    public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    public static final Duration READ_TIMEOUT = Duration.ofSeconds(5);
    /// Forty a second is what TMDB lets an address ask.
    public static final GuardPolicy POLICY = GuardPolicy.of("tmdb", "TMDB", 5, Duration.ofSeconds(30), 3)
            .with(CallRules.USUAL.readingIn(READ_TIMEOUT).atMost(new Limit(40, Duration.ofSeconds(1))));

    private static final int LAST_PAGE = 500;
    /// Keys of the older kind go into the address, the long read tokens into a header.
    private static final Pattern V3_KEY = Pattern.compile("[0-9a-fA-F]{32}");

    private final Guard guard;
    private final HttpUpstream http;
    private final Supplier<ServiceSettings> settings;

    /// @param settings asked at each call, so that a change works at once
    public TmdbClient(Guard guard, HttpUpstream http, Supplier<ServiceSettings> settings) {
        this.guard = guard;
        this.http = http;
        this.settings = settings;
    }

    public boolean isConfigured() {
        return settings.get().isConfigured();
    }

    /// @param type films and series together when null
    /// @param page from 1, of 20 entries each
    public UpstreamPage<MediaItem> search(String text, @Nullable MediaType type, int page, @Nullable String language) {
        var path = "/search/" + (type == null ? "multi" : type.wireName());
        var call = get(path).query("query", text).query("include_adult", "false");
        return list(call, type, page, language);
    }

    /// What is watched much this week.
    public UpstreamPage<MediaItem> trending(@Nullable MediaType type, int page) {
        var path = "/trending/" + (type == null ? "all" : type.wireName()) + "/week";
        return list(get(path), type, page, null);
    }

    /// @throws MediaNestException `NOT_FOUND` for a number that TMDB does not know
    public MediaDetails details(TitleKey key, @Nullable String language) {
        var call = get("/%s/%s".formatted(key.mediaType().wireName(), UpstreamCall.encode(key.tmdbId())))
                .query("append_to_response", "credits,videos,recommendations,external_ids");
        var title = ask(withLanguage(call, language), "id");
        var details = TmdbTitles.details(
                title,
                key.mediaType(),
                title.at("videos").list("results"),
                titles(title.at("recommendations"), key.mediaType()));
        if (details == null) {
            throw notFound();
        }
        return details;
    }

    /// Returns when TMDB answers and takes the key.
    public void check() {
        var call = get("/configuration");
        guard.probe(() -> {
            var reply = http.send(call).okJson();
            if (!reply.has("images")) {
                throw UpstreamFailure.refused("is not what answers there: is the address in the settings right?")
                        .meaning(ServiceProblem.WRONG_SERVICE);
            }
            return reply;
        });
    }

    private UpstreamPage<MediaItem> list(
            UpstreamCall call, @Nullable MediaType type, int page, @Nullable String language) {
        var reply = ask(withLanguage(call.query("page", page), language), "results");
        var items = titles(reply, type);
        int pages = Math.clamp(reply.integer("totalPages", 0), 0, LAST_PAGE);
        return new UpstreamPage<>(items, pages, Math.min(reply.whole("totalResults", 0), pages * 20L));
    }

    private static List<MediaItem> titles(Fields list, @Nullable MediaType type) {
        return list.list("results").stream()
                .map(entry -> TmdbTitles.item(entry, type))
                .filter(Objects::nonNull)
                .toList();
    }

    private static UpstreamCall withLanguage(UpstreamCall call, @Nullable String language) {
        return language == null ? call : call.query("language", language);
    }

    /// @param sign what every such reply of TMDB has: without it something else has answered, which must not be taken
    /// for
    ///     “nothing found”
    private Fields ask(UpstreamCall call, String sign) {
        return guard.call(() -> read(http.send(call), sign));
    }

    private static Fields read(UpstreamReply reply, String sign) {
        if (reply.status() == 404) {
            throw notFound();
        }
        var json = reply.okJson();
        if (!json.has(sign)) {
            throw UpstreamFailure.broken("answered with something else than TMDB would", null)
                    .meaning(ServiceProblem.WRONG_SERVICE);
        }
        return json.spelled(Fields.Spelling.SNAKE_CASE);
    }

    private UpstreamCall get(String path) {
        var endpoint = guard.endpoint(settings.get());
        var key = endpoint.requireKey(POLICY.service());
        var call = UpstreamCall.get(endpoint.url(), path);
        return V3_KEY.matcher(key).matches()
                ? call.query("api_key", key)
                : call.header("Authorization", "Bearer " + key);
    }

    private static MediaNestException notFound() {
        return new MediaNestException(ErrorCode.NOT_FOUND, "TMDB does not know this title");
    }
}
