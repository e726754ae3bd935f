package io.medianest.server.plex;

import io.medianest.model.library.LibraryTitle;
import io.medianest.server.platform.config.ServiceSettings;
import io.medianest.server.platform.json.Fields;
import io.medianest.server.platform.resilience.Guard;
import io.medianest.server.platform.resilience.GuardPolicy;
import io.medianest.server.platform.resilience.HttpUpstream;
import io.medianest.server.platform.resilience.UpstreamCall;
import io.medianest.server.platform.resilience.UpstreamFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The household's Plex media server. All methods throw `SERVICE_UNAVAILABLE`, `UPSTREAM_ERROR` or
/// `UPSTREAM_TIMEOUT` when it cannot be asked. Thread-safe.
public final class PlexClient {
    public static final GuardPolicy POLICY = GuardPolicy.of("plex", "Plex", 5, Duration.ofSeconds(45), 3);
    /// The oldest version that this is known to work with.
    public static final String OLDEST_TRIED = "1.25.0";

    public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    public static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

    private final Supplier<ServiceSettings> settings;
    private final PlexCalls calls;

    /// Knows no other way to the server than the address that is set.
    ///
    /// @param settings asked at each call, so that a change works at once
    public PlexClient(Guard guard, HttpUpstream http, Supplier<ServiceSettings> settings, PlexDevice device) {
        this(guard, PlexRoads.straight(http, device), settings, device);
    }

    /// @param settings asked at each call, so that a change works at once
    public PlexClient(Guard guard, PlexRoads roads, Supplier<ServiceSettings> settings, PlexDevice device) {
        this.settings = settings;
        this.calls = new PlexCalls(guard, roads, settings, device);
    }

    public boolean isConfigured() {
        return settings.get().isConfigured();
    }

    /// Which server it is; needs no token.
    public String machineIdentifier() {
        return ask(get("/identity"), container -> required(container, "machineIdentifier"));
    }

    /// Asks once how the server is.
    ///
    /// @return its version
    public String check() {
        return calls.probe(get("/"), container -> container.text("version", "unknown"));
    }

    public PlexServer server() {
        return ask(
                get("/"),
                container -> new PlexServer(
                        container.text("friendlyName", "Plex"),
                        container.text("version", "unknown"),
                        container.text("platform", "unknown"),
                        container.text("platformVersion"),
                        required(container, "machineIdentifier"),
                        container.integer("transcoderActiveVideoSessions", 0)));
    }

    public List<PlexSection> sections() {
        return ask(
                get("/library/sections"),
                container -> container.list("Directory").stream()
                        .map(PlexClient::section)
                        .filter(Objects::nonNull)
                        .toList());
    }

    /// The files behind the libraries.
    public PlexShelf shelf() {
        return new PlexShelf(calls);
    }

    /// How many titles a library has.
    public int count(PlexSection section) {
        return ask(PlexCalls.paged(all(section), 0, 0), container -> total(container, 0));
    }

    /// The titles of a library, with their numbers elsewhere, in the order in which they were added.
    public PlexPage<PlexItem> items(PlexSection section, int start, int size) {
        return list(all(section).query("includeGuids", 1), start, size, PlexTitles::item);
    }

    /// As [#items], but only what has changed since then. What was deleted does not show.
    public PlexPage<PlexItem> itemsSince(PlexSection section, Instant since, int start, int size) {
        var call = all(section).query("includeGuids", 1).query("updatedAt>>", since.getEpochSecond());
        return list(call, start, size, PlexTitles::item);
    }

    /// Only the numbers of the titles on this server.
    public PlexPage<String> ratingKeys(PlexSection section, int start, int size) {
        return list(all(section), start, size, entry -> entry.text("ratingKey"));
    }

    /// The titles of a library as people see them, with the server's own paths of pictures.
    ///
    /// @param sectionKey the library's key
    public PlexPage<LibraryTitle> titles(String sectionKey, TitleQuery query, int start, int size) {
        var call = section(sectionKey).query("sort", query.order().sort()).query("includeGuids", 1);
        if (query.kind() != null) {
            call = watched(call.query("type", query.kind().number()), query.kind(), query.watched());
        }
        if (query.addedSince() != null) {
            call = call.query("addedAt>>", query.addedSince().getEpochSecond());
        }
        return list(call, start, size, PlexTitles::title);
    }

    /// A series is as watched as its episodes, wherefore Plex has other words for it.
    private static UpstreamCall watched(UpstreamCall call, TitleKind kind, TitleQuery.Watched watched) {
        boolean series = kind == TitleKind.SHOW;
        return switch (watched) {
            case ALL -> call;
            case UNWATCHED -> call.query(series ? "unwatchedLeaves" : "unwatched", 1);
            case IN_PROGRESS -> call.query(series ? "episode.inProgress" : "inProgress", 1);
        };
    }

    /// Films, series and episodes that a text fits to, the best first within each kind.
    ///
    /// @param limit of each kind at most
    public List<LibraryTitle> search(String text, int limit) {
        var call =
                get("/hubs/search").query("query", text).query("limit", limit).query("includeGuids", 1);
        return ask(
                call,
                container -> container.list("Hub").stream()
                        .flatMap(hub -> hub.list("Metadata").stream())
                        .map(PlexTitles::title)
                        .filter(Objects::nonNull)
                        .filter(title -> TitleKind.ofType(title.type()).isPresent())
                        .toList());
    }

    private UpstreamCall section(String key) {
        return get("/library/sections/%s/all".formatted(UpstreamCall.encode(key)));
    }

    private UpstreamCall all(PlexSection section) {
        var call = section(section.key());
        return TitleKind.of(section)
                .map(kind -> call.query("type", kind.number()).query("sort", "addedAt:asc"))
                .orElse(call);
    }

    private <T> PlexPage<T> list(UpstreamCall call, int start, int size, Function<Fields, @Nullable T> mapping) {
        return ask(PlexCalls.paged(call, start, size), container -> {
            var entries = container.list("Metadata");
            var items = entries.stream().map(mapping).filter(Objects::nonNull).toList();
            return new PlexPage<>(items, entries.size(), total(container, start + entries.size()));
        });
    }

    private static int total(Fields container, int otherwise) {
        return container.integer("totalSize", container.integer("size", otherwise));
    }

    private static @Nullable PlexSection section(Fields entry) {
        var key = entry.text("key");
        return key == null
                ? null
                : new PlexSection(
                        key,
                        entry.text("title", key),
                        entry.text("type", "unknown"),
                        entry.text("agent"),
                        entry.text("scanner"),
                        entry.text("language"),
                        entry.epoch("updatedAt"));
    }

    private static String required(Fields container, String name) {
        var value = container.text(name);
        if (value == null) {
            throw UpstreamFailure.broken("does not say its " + name, null);
        }
        return value;
    }

    private <T> T ask(UpstreamCall call, Function<Fields, T> mapping) {
        return calls.ask(call, mapping);
    }

    private UpstreamCall get(String path) {
        return calls.get(path);
    }
}
