package io.medianest.server.plex;

import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.json.Fields;
import io.medianest.server.platform.resilience.UpstreamCall;
import io.medianest.server.platform.resilience.UpstreamFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The files that the household's Plex server makes its libraries from, and the collections that it makes of them. All
/// methods throw `SERVICE_UNAVAILABLE`, `UPSTREAM_ERROR` or `UPSTREAM_TIMEOUT` when it cannot be asked. Thread-safe.
public final class PlexShelf {
    /// So many titles a call: they stand in its address, which must not become too long.
    private static final int AT_ONCE = 50;
    /// What may have come into a library since besides the files that are looked for.
    private static final int MARGIN = 100;
    /// Titles a page, of those that came before.
    private static final int PAGE = 1_000;
    /// Titles that are looked through at most.
    private static final int FURTHEST = 20_000;

    private final PlexCalls calls;

    PlexShelf(PlexCalls calls) {
        this.calls = calls;
    }

    /// The directories of all libraries.
    public List<PlexFolder> folders() {
        return calls.ask(
                calls.get("/library/sections"),
                container -> container.list("Directory").stream()
                        .flatMap(entry -> entry.list("Location").stream()
                                .map(location -> new PlexFolder(
                                        entry.text("key", ""), entry.text("type", ""), location.text("path", ""))))
                        .filter(folder ->
                                !folder.section().isEmpty() && !folder.path().isEmpty())
                        .toList());
    }

    /// Has the server look for new files in a library, which it does after it has answered.
    public void refresh(String section) {
        calls.tell(calls.get("/library/sections/%s/refresh".formatted(UpstreamCall.encode(section))));
    }

    /// Has the server look for new files in one directory of a library, which it does after it has answered.
    public void refresh(String section, String directory) {
        calls.tell(calls.get("/library/sections/%s/refresh".formatted(UpstreamCall.encode(section)))
                .query("path", directory));
    }

    /// The titles that came of files. They are looked for among those that came into the library last, and further
    /// back only while some are missing.
    ///
    /// @param files as the server calls them
    /// @return the number of the title on the server by its file, of those that are there
    public Map<String, String> find(PlexFolder library, Set<String> files) {
        var found = new HashMap<String, String>();
        int size = files.size() + MARGIN;
        for (int start = 0; start < FURTHEST; ) {
            var entries = newest(library, start, size);
            for (var entry : entries) {
                files(entry).forEach((file, title) -> {
                    if (files.contains(file)) {
                        found.putIfAbsent(file, title);
                    }
                });
            }
            // Another number than was asked for: the end, or a server that knows no pages and has said all.
            if (found.size() == files.size() || entries.size() != size) {
                return found;
            }
            start += size;
            size = PAGE;
        }
        return found;
    }

    private List<Fields> newest(PlexFolder library, int start, int size) {
        var call = calls.get("/library/sections/%s/all".formatted(UpstreamCall.encode(library.section())))
                .query("type", played(library))
                .query("sort", "addedAt:desc");
        return calls.ask(PlexCalls.paged(call, start, size), container -> container.list("Metadata"));
    }

    private static Map<String, String> files(Fields entry) {
        var ratingKey = entry.text("ratingKey");
        var files = new HashMap<String, String>();
        if (ratingKey != null) {
            for (var media : entry.list("Media")) {
                media.list("Part").stream()
                        .map(part -> part.text("file"))
                        .filter(Objects::nonNull)
                        .forEach(file -> files.put(file, ratingKey));
            }
        }
        return files;
    }

    /// Plex's number for what is played of a library: of a series its episodes, of an artist the tracks.
    private static int played(PlexFolder library) {
        return switch (library.type()) {
            case "show" -> 4;
            case "artist" -> 10;
            case "photo" -> 13;
            default -> 1;
        };
    }

    /// Puts titles into the collection of that name, which is made when there is none. Those that are in it already
    /// stay where they are.
    ///
    /// @param ratingKeys of titles of this library, in the order that the collection is to have
    /// @throws MediaNestException as all methods; what was put in until then stays, and the same call goes on there
    public void collect(PlexFolder library, String name, List<String> ratingKeys) {
        var known = find(library, name);
        var inside = known.map(this::content).orElse(Set.of());
        var missing = ratingKeys.stream()
                .distinct()
                .filter(key -> !inside.contains(key))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        var addresses = addresses(missing);
        var collection = known.orElseGet(() -> make(library, name, addresses.removeFirst()));
        addresses.forEach(titles -> add(collection, titles));
    }

    private Optional<String> find(PlexFolder library, String name) {
        var call = calls.get("/library/sections/%s/collections".formatted(UpstreamCall.encode(library.section())));
        return calls.ask(
                call,
                container -> container.list("Metadata").stream()
                        .filter(entry -> name.equals(entry.text("title")))
                        .map(entry -> entry.text("ratingKey"))
                        .filter(Objects::nonNull)
                        .findFirst());
    }

    private Set<String> content(String collection) {
        return calls.ask(
                calls.get("/library/collections/%s/children".formatted(UpstreamCall.encode(collection))),
                container -> container.list("Metadata").stream()
                        .map(entry -> entry.text("ratingKey"))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
    }

    /// Titles as Plex wants them named, some in each address.
    private List<String> addresses(List<String> ratingKeys) {
        var machine = calls.ask(calls.get("/identity"), container -> container.text("machineIdentifier", ""));
        var addresses = new ArrayList<String>();
        for (int i = 0; i < ratingKeys.size(); i += AT_ONCE) {
            var some = ratingKeys.subList(i, Math.min(ratingKeys.size(), i + AT_ONCE));
            addresses.add("server://%s/com.plexapp.plugins.library/library/metadata/%s"
                    .formatted(machine, String.join(",", some)));
        }
        return addresses;
    }

    private String make(PlexFolder library, String name, String titles) {
        var call = calls.post("/library/collections")
                .query("type", played(library))
                .query("title", name)
                .query("smart", 0)
                .query("sectionId", library.section())
                .query("uri", titles);
        return calls.askOnce(
                call,
                container -> container.list("Metadata").stream()
                        .map(entry -> entry.text("ratingKey"))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow(() -> UpstreamFailure.broken("made a collection and does not say which", null)));
    }

    private void add(String collection, String titles) {
        calls.tell(calls.put("/library/collections/%s/items".formatted(UpstreamCall.encode(collection)))
                .query("uri", titles));
    }
}
