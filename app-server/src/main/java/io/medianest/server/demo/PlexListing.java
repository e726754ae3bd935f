package io.medianest.server.demo;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;

/// A list as a call wants it: changed since, in order, and the part between `X-Plex-Container-Start` and `-Size`.
final class PlexListing {
    private final Call call;

    PlexListing(Call call) {
        this.call = call;
    }

    Reply container(List<Fields> items) {
        return PlexReply.container(call, listed(items));
    }

    Reply container(List<Fields> items, PlexSection section) {
        return PlexReply.container(
                call,
                Fields.of("librarySectionID", section.key())
                        .with("librarySectionTitle", section.title())
                        .withAll(listed(items)));
    }

    private Fields listed(List<Fields> items) {
        var chosen = items.stream()
                .filter(since("updatedAt"))
                .filter(since("addedAt"))
                .filter(watched())
                .sorted(order())
                .toList();
        int start = part("X-Plex-Container-Start", 0);
        int size = part("X-Plex-Container-Size", chosen.size());
        var slice = Slice.skipping(chosen, start, size).items();
        return Fields.of("size", slice.size())
                .with("totalSize", chosen.size())
                .with("offset", start)
                .with("Metadata", slice);
    }

    private Predicate<Fields> since(String field) {
        int since = call.query(field + ">>").isPresent()
                ? call.queryNumber(field + ">>", 0)
                : call.queryNumber(field + ">", 0);
        return item -> number(item, field) >= since;
    }

    /// A film is watched or not, a series as far as its episodes are.
    private Predicate<Fields> watched() {
        if (call.query("unwatched").isPresent()) {
            return item -> number(item, "viewCount") == 0;
        }
        if (call.query("unwatchedLeaves").isPresent()) {
            return item -> number(item, "viewedLeafCount") < number(item, "leafCount");
        }
        if (call.query("inProgress").isPresent()) {
            return item -> number(item, "viewOffset") > 0;
        }
        if (call.query("episode.inProgress").isPresent()) {
            return item ->
                    number(item, "viewedLeafCount") > 0 && number(item, "viewedLeafCount") < number(item, "leafCount");
        }
        return _ -> true;
    }

    private Comparator<Fields> order() {
        var sort = call.query("sort").orElse("").split(":", -1);
        Comparator<Fields> ascending = switch (sort[0]) {
            case "addedAt", "updatedAt", "year", "rating", "duration" ->
                Comparator.comparingDouble(item -> number(item, sort[0]));
            case "title", "titleSort", "originallyAvailableAt" -> Comparator.comparing(item -> text(item, sort[0]));
            default -> (_, _) -> 0;
        };
        return sort.length > 1 && sort[1].equals("desc") ? ascending.reversed() : ascending;
    }

    private int part(String name, int fallback) {
        var sent = call.header(name).or(() -> call.query(name));
        try {
            return sent.map(Integer::parseInt).orElse(fallback);
        } catch (NumberFormatException e) {
            return fallback;
        }
    }

    private static double number(Fields item, String name) {
        return item.values().get(name) instanceof Number number ? number.doubleValue() : 0;
    }

    private static String text(Fields item, String name) {
        return Objects.toString(item.values().get(name), "").toLowerCase(Locale.ROOT);
    }
}
