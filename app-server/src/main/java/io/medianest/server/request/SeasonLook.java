package io.medianest.server.request;

import io.medianest.model.media.TitleKey;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.Quality;
import io.medianest.server.overseerr.MediaState;
import io.medianest.server.overseerr.OverseerrClient;
import io.medianest.server.overseerr.TitleState;
import io.medianest.server.overseerr.UpstreamRequest;
import io.medianest.server.platform.MediaNestException;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which seasons of a series have come: Overseerr's list of requests leaves them out, a single request has them. Asks
/// once for each series, however many wishes there are. For one look at the list, by one thread.
final class SeasonLook {
    private static final Logger LOG = LoggerFactory.getLogger(SeasonLook.class);

    /// Nothing counts as there that could not be looked at: the next look at the list is soon enough.
    private static final TitleState NOT_KNOWN = new TitleState(MediaState.UNKNOWN, Map.of());

    private final OverseerrClient overseerr;
    private final Map<Title, TitleState> seen = new HashMap<>();

    SeasonLook(OverseerrClient overseerr) {
        this.overseerr = overseerr;
    }

    private record Title(TitleKey key, Quality quality) {}

    /// @param listed the request as it stands in the list
    /// @return how much of its title is there
    TitleState at(UpstreamRequest listed, MediaRequest ours) {
        boolean listTells = ours.seasons() == null || !listed.title().isBegun();
        return listTells
                ? listed.title()
                : seen.computeIfAbsent(new Title(ours.key(), ours.quality()), _ -> look(listed.id()));
    }

    private TitleState look(long id) {
        try {
            return overseerr.request(id).title();
        } catch (MediaNestException e) {
            LOG.warn("whether the seasons of request {} in Overseerr have come is not known: {}", id, e.getMessage());
            return NOT_KNOWN;
        }
    }
}
