package io.medianest.server.library;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.library.LibrarySection;
import io.medianest.model.library.LibrarySections;
import io.medianest.model.library.PlexServerInfo;
import io.medianest.model.media.TitleKey;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.cache.Cache;
import io.medianest.server.platform.cache.Cache.Copy;
import io.medianest.server.platform.cache.Cache.Region;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.resilience.Deadline;
import io.medianest.server.platform.resilience.UpstreamCall;
import io.medianest.server.plex.PlexClient;
import io.medianest.server.plex.PlexSection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;

/// Questions to the library. What is in it is answered from the copy and thus also while Plex is off.
/// Thread-safe.
public final class Library {
    private static final Duration KEPT_FOR = Duration.ofHours(1);
    private static final int AT_ONCE = 500;
    private static final Region<PlexServerInfo> SERVER = new Region<>("plex.server", PlexServerInfo.class, KEPT_FOR, 1);
    private static final Region<LibrarySections> SECTIONS =
            new Region<>("plex.libraries", LibrarySections.class, KEPT_FOR, 1);

    private final PlexClient plex;
    private final LibraryStore store;
    private final Cache cache;
    private final IntSupplier plexUsers;
    private final Clock clock;

    /// @param plexUsers how many people of the household have signed in with Plex
    Library(PlexClient plex, Database database, Cache cache, IntSupplier plexUsers, Clock clock) {
        this.plex = plex;
        this.store = database.store(LibraryStore.class);
        this.cache = cache;
        this.plexUsers = plexUsers;
        this.clock = clock;
    }

    /// Those of `keys` that are in the library, with the address that opens each in Plex; none where Plex is
    /// not configured.
    public Map<TitleKey, String> plexUrls(Collection<TitleKey> keys) {
        if (keys.isEmpty() || !plex.isConfigured()) {
            return Map.of();
        }
        var wanted = new HashSet<>(keys);
        Map<TitleKey, String> urls = new HashMap<>();
        for (var ids : chunks(wanted.stream().map(TitleKey::tmdbId).distinct().toList())) {
            for (var place : store.places(ids)) {
                if (wanted.contains(place.key())) {
                    urls.putIfAbsent(place.key(), plexUrl(place.machineIdentifier(), place.ratingKey()));
                }
            }
        }
        return urls;
    }

    private static List<List<String>> chunks(List<String> ids) {
        return IntStream.iterate(0, from -> from < ids.size(), from -> from + AT_ONCE)
                .mapToObj(from -> ids.subList(from, Math.min(ids.size(), from + AT_ONCE)))
                .toList();
    }

    /// Forgets what Plex has said of itself and its libraries.
    void forget() {
        cache.invalidateAll(SERVER);
        cache.invalidateAll(SECTIONS);
    }

    public boolean has(TitleKey key) {
        return plexUrls(List.of(key)).containsKey(key);
    }

    /// How many titles are in it.
    public int size() {
        return store.count();
    }

    /// How many of them came since then.
    public int addedSince(Instant since) {
        return store.countAddedSince(since);
    }

    /// The server, from a copy of at most an hour, or an older one while Plex is off.
    Copy<PlexServerInfo> server() {
        var copy = Deadline.within(Deadline.OF_A_REQUEST, clock, () -> cache.get(SERVER, "server", this::askServer));
        var info = copy.value();
        var withUsers = new PlexServerInfo(
                info.name(),
                info.version(),
                info.platform(),
                info.platformVersion(),
                info.machineIdentifier(),
                info.libraries(),
                plexUsers.getAsInt(),
                info.transcoding());
        return new Copy<>(withUsers, copy.staleFor());
    }

    /// The libraries, from a copy of at most an hour, or an older one while Plex is off.
    Copy<LibrarySections> sections() {
        return Deadline.within(Deadline.OF_A_REQUEST, clock, () -> cache.get(SECTIONS, "libraries", this::askSections));
    }

    /// One of the libraries.
    ///
    /// @throws MediaNestException `NOT_FOUND` for a key that no library has
    LibrarySection section(String key) {
        return sections().value().libraries().stream()
                .filter(section -> section.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new MediaNestException(ErrorCode.NOT_FOUND, "There is no such library", key));
    }

    /// Has Plex look for new files in a library, which it does after it has answered.
    ///
    /// @throws MediaNestException as [#section], and `SERVICE_UNAVAILABLE`, `UPSTREAM_ERROR` or `UPSTREAM_TIMEOUT`
    ///     when Plex cannot be told
    void scan(String key) {
        var known = section(key);
        Deadline.within(Deadline.OF_A_REQUEST, clock, () -> {
            plex.shelf().refresh(known.key());
            return known;
        });
    }

    private PlexServerInfo askServer() {
        var server = plex.server();
        return new PlexServerInfo(
                server.name(),
                server.version(),
                server.platform(),
                server.platformVersion(),
                server.machineIdentifier(),
                plex.sections().size(),
                0,
                server.transcodingSessions());
    }

    private LibrarySections askSections() {
        return new LibrarySections(plex.sections().stream().map(this::counted).toList(), null);
    }

    private LibrarySection counted(PlexSection section) {
        return new LibrarySection(
                section.key(),
                section.title(),
                section.type(),
                section.agent(),
                section.scanner(),
                section.language(),
                plex.count(section),
                section.updatedAt());
    }

    /// What opens a title in Plex.
    static String plexUrl(String machineIdentifier, String ratingKey) {
        return "https://app.plex.tv/desktop/#!/server/%s/details?key=%s"
                .formatted(
                        UpstreamCall.encode(machineIdentifier), UpstreamCall.encode("/library/metadata/" + ratingKey));
    }
}
