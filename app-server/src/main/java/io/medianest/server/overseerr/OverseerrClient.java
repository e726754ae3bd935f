package io.medianest.server.overseerr;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.media.MediaDetails;
import io.medianest.model.media.MediaItem;
import io.medianest.model.media.TitleKey;
import io.medianest.model.request.Quality;
import io.medianest.model.settings.ServiceProblem;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.cache.Cache;
import io.medianest.server.platform.config.ServiceSettings;
import io.medianest.server.platform.json.Fields;
import io.medianest.server.platform.resilience.Guard;
import io.medianest.server.platform.resilience.GuardPolicy;
import io.medianest.server.platform.resilience.HttpUpstream;
import io.medianest.server.platform.resilience.UpstreamCall;
import io.medianest.server.platform.resilience.UpstreamFailure;
import io.medianest.server.platform.resilience.UpstreamPage;
import io.medianest.server.platform.resilience.UpstreamReply;
import io.medianest.server.tmdb.TmdbTitles;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Overseerr and Seerr, as they really behave: see the package documentation. Pictures in what it returns are
/// TMDB's own file names, such as `/abc.jpg`. All methods throw `SERVICE_UNAVAILABLE`, `UPSTREAM_ERROR` or
/// `UPSTREAM_TIMEOUT` when it cannot be asked. Thread-safe.
public final class OverseerrClient {
    public static final GuardPolicy POLICY = GuardPolicy.of("overseerr", "Overseerr", 5, Duration.ofSeconds(30), 3);
    /// The oldest version that this is known to work with.
    public static final String OLDEST_TRIED = "1.29.0";

    public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    public static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

    private static final Duration CATALOGUE_BACK = Duration.ofSeconds(30);

    private final Guard guard;
    private final HttpUpstream http;
    private final Supplier<ServiceSettings> settings;
    private final OverseerrMembers members;

    /// @param settings asked at each call, so that a change works at once
    public OverseerrClient(Guard guard, HttpUpstream http, Supplier<ServiceSettings> settings, Cache cache) {
        this.guard = guard;
        this.http = http;
        this.settings = settings;
        this.members = new OverseerrMembers(cache, this::users);
    }

    /// Whether it has failed so often that it is not asked at the moment.
    public boolean isAvoided() {
        return guard.isOpen();
    }

    public boolean isConfigured() {
        return settings.get().isConfigured();
    }

    /// Asks once how Overseerr is.
    ///
    /// @return its version
    public String version() {
        var call = get("/status");
        return guard.probe(() -> http.send(call).okJson()).text("version", "unknown");
    }

    /// Returns when it is Overseerr that answers, and takes the key.
    ///
    /// @return its version
    public String check() {
        var status = get("/status");
        var version = guard.call(() -> {
            var told = http.send(status).okJson().text("version");
            if (told == null) {
                throw UpstreamFailure.refused("is not what answers there: is the address in the settings right?")
                        .meaning(ServiceProblem.WRONG_SERVICE);
            }
            return told;
        });
        ask(get("/auth/me"));
        return version;
    }

    /// Films and series together; people and collections are left out of the items, not of the counts.
    ///
    /// @param page from 1, of 20 entries each
    public UpstreamPage<MediaItem> search(String text, int page, @Nullable String language) {
        var reply = list(withLanguage(get("/search").query("query", text).query("page", page), language));
        if (page == 1 && reply.list("results").isEmpty()) {
            // “Nothing found” is also what it says when it cannot reach its catalogue.
            requireCatalogueBehind();
        }
        return titles(reply);
    }

    /// What is watched much just now; films and series together.
    public UpstreamPage<MediaItem> trending(int page) {
        return titles(list(get("/discover/trending").query("page", page)));
    }

    /// @throws MediaNestException `NOT_FOUND` for a number that its catalogue does not know
    public MediaDetails details(TitleKey key, @Nullable String language) {
        var call = withLanguage(get(path(key)), language);
        var title = guard.call(() -> title(http.send(call)));
        if (title.isEmpty()) {
            requireCatalogueBehind();
            throw notFound("Overseerr does not know this title");
        }
        var details = TmdbTitles.details(
                title.get(), key.mediaType(), title.get().list("relatedVideos"), recommendations(key));
        if (details == null) {
            throw notFound("Overseerr does not know this title");
        }
        return details;
    }

    /// How much of a title there is; nothing where it is not known.
    public TitleState state(TitleKey key, Quality quality) {
        var call = get(path(key));
        return guard.call(() -> title(http.send(call)))
                .map(details -> TitleState.of(details.at("mediaInfo"), quality == Quality.UHD))
                .orElse(TitleState.NOTHING);
    }

    private static String path(TitleKey key) {
        return "/%s/%s".formatted(key.mediaType().wireName(), UpstreamCall.encode(key.tmdbId()));
    }

    /// Sends a request, once: the caller sees to it that it is not sent twice at the same time.
    public Submission submit(Wish wish) {
        var call =
                as(wish.asUser(), UpstreamCall.post(base(), "/api/v1/request")).body(OverseerrRequests.body(wish));
        return guard.callOnce(() -> OverseerrRequests.submission(http.send(authorised(call))));
    }

    /// @throws MediaNestException `NOT_FOUND` when it was deleted there
    public UpstreamRequest request(long id) {
        var call = get("/request/" + id);
        return guard.call(() -> OverseerrRequests.found(http.send(call)));
    }

    /// Requests, the last changed first.
    public UpstreamPage<UpstreamRequest> requests(int skip, int take) {
        var reply = list(get("/request")
                .query("take", take)
                .query("skip", skip)
                .query("filter", "all")
                .query("sort", "modified"));
        var requests = reply.list("results").stream()
                .map(OverseerrRequests::request)
                .filter(Objects::nonNull)
                .toList();
        var info = reply.at("pageInfo");
        return new UpstreamPage<>(requests, info.integer("pages", 0), info.whole("results", 0));
    }

    public UpstreamRequest approve(long id) {
        return decide(id, "approve");
    }

    public UpstreamRequest decline(long id) {
        return decide(id, "decline");
    }

    /// Has it try again to pass on what had failed; that goes on after the reply, and may fail again.
    public UpstreamRequest retry(long id) {
        return decide(id, "retry");
    }

    /// The Overseerr user that belongs to a Plex account, so that requests count as theirs.
    public Optional<Long> userOf(String plexId) {
        return members.of(plexId);
    }

    private UpstreamRequest decide(long id, String decision) {
        var call = authorised(UpstreamCall.post(base(), "/api/v1/request/%d/%s".formatted(id, decision)));
        return guard.callOnce(() -> OverseerrRequests.found(http.send(call)));
    }

    /// Empty when it does not know the title, or cannot ask: it says the same in both cases.
    private static Optional<Fields> title(UpstreamReply reply) {
        boolean unknown = reply.status() == 404
                || (reply.status() == 500 && reply.message().startsWith("Unable to retrieve"));
        return unknown ? Optional.empty() : Optional.of(having("id", reply.okJson()));
    }

    /// Something else may answer at its address, or a proxy in its place: that must not be taken for “nothing there”,
    /// after which requests would count as deleted.
    private static Fields having(String sign, Fields json) {
        if (!json.has(sign)) {
            throw UpstreamFailure.broken("answered with something else than Overseerr would", null)
                    .meaning(ServiceProblem.WRONG_SERVICE);
        }
        return json;
    }

    private List<MediaItem> recommendations(TitleKey key) {
        var call = get(path(key) + "/recommendations").query("page", 1);
        try {
            return guard.callOnce(() -> http.send(call).okJson()).list("results").stream()
                    .map(entry -> TmdbTitles.item(entry, key.mediaType()))
                    .filter(Objects::nonNull)
                    .toList();
        } catch (MediaNestException e) {
            // The page of a title is worth showing without them, and not worth waiting for a second attempt.
            return List.of();
        }
    }

    private void requireCatalogueBehind() {
        if (trending(1).items().isEmpty()) {
            throw new MediaNestException(
                    ErrorCode.UPSTREAM_ERROR,
                    "Overseerr cannot reach its own catalogue (TMDB)",
                    POLICY.service(),
                    CATALOGUE_BACK,
                    null);
        }
    }

    private static UpstreamPage<MediaItem> titles(Fields reply) {
        var items = reply.list("results").stream()
                .map(entry -> TmdbTitles.item(entry, null))
                .filter(Objects::nonNull)
                .toList();
        return new UpstreamPage<>(items, reply.integer("totalPages", 0), reply.whole("totalResults", 0));
    }

    private Fields users(int skip) {
        return list(get("/user").query("take", OverseerrMembers.AT_ONCE).query("skip", skip));
    }

    private Fields ask(UpstreamCall call) {
        return guard.call(() -> http.send(call).okJson());
    }

    private Fields list(UpstreamCall call) {
        return guard.call(() -> having("results", http.send(call).okJson()));
    }

    private UpstreamCall get(String path) {
        return authorised(UpstreamCall.get(base(), "/api/v1" + path));
    }

    private URI base() {
        return guard.endpoint(settings.get()).url();
    }

    private UpstreamCall authorised(UpstreamCall call) {
        return call.header("X-Api-Key", guard.endpoint(settings.get()).requireKey(POLICY.service()));
    }

    private static UpstreamCall as(@Nullable Long user, UpstreamCall call) {
        return user == null ? call : call.header("X-API-User", user.toString());
    }

    private static UpstreamCall withLanguage(UpstreamCall call, @Nullable String language) {
        return language == null ? call : call.query("language", language);
    }

    private static MediaNestException notFound(String message) {
        return new MediaNestException(ErrorCode.NOT_FOUND, message);
    }
}
