package io.medianest.server.overseerr;

import io.medianest.server.platform.json.Fields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How much of a title is there, in one quality.
///
/// @param whole how far all of it is
/// @param seasons how far each is; empty for films, and where Overseerr leaves them out
public record TitleState(MediaState whole, Map<Integer, MediaState> seasons) {
    static final TitleState NOTHING = new TitleState(MediaState.UNKNOWN, Map.of());

    /// @param media what Overseerr holds of the title
    static TitleState of(Fields media, boolean is4k) {
        var field = is4k ? "status4k" : "status";
        var seasons = new HashMap<Integer, MediaState>();
        for (var season : media.list("seasons")) {
            var number = season.integer("seasonNumber");
            if (number != null) {
                seasons.put(number, MediaState.of(season.integer(field, 0)));
            }
        }
        return new TitleState(MediaState.of(media.integer(field, 0)), Map.copyOf(seasons));
    }

    /// Whether it is there. A series can be, without seasons that were made since, and some seasons without the rest.
    ///
    /// @param wanted all of it when null
    public boolean has(@Nullable List<Integer> wanted) {
        if (wanted == null || seasons.isEmpty()) {
            return whole == MediaState.AVAILABLE;
        }
        return wanted.stream().allMatch(season -> seasons.get(season) == MediaState.AVAILABLE);
    }

    /// Whether anything of it is there.
    public boolean isBegun() {
        return whole == MediaState.AVAILABLE || whole == MediaState.PARTIALLY_AVAILABLE;
    }
}
