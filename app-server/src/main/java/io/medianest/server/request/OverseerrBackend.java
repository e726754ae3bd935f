package io.medianest.server.request;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.media.TitleKey;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.Quality;
import io.medianest.server.overseerr.MediaState;
import io.medianest.server.overseerr.OverseerrClient;
import io.medianest.server.overseerr.RequestState;
import io.medianest.server.overseerr.UpstreamRequest;
import io.medianest.server.overseerr.Wish;
import io.medianest.server.platform.MediaNestException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Overseerr as the program that fetches what was asked for. Thread-safe.
public final class OverseerrBackend implements RequestBackend {
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 50;

    private final OverseerrClient overseerr;

    public OverseerrBackend(OverseerrClient overseerr) {
        this.overseerr = overseerr;
    }

    @Override
    public boolean isConfigured() {
        return overseerr.isConfigured();
    }

    @Override
    public boolean knows(String plexId) {
        return overseerr.userOf(plexId).isPresent();
    }

    @Override
    public Submission submit(MediaRequest request, @Nullable String plexId) {
        var asUser = plexId == null ? null : overseerr.userOf(plexId).orElse(null);
        List<Integer> seasons = request.seasons() == null ? List.of() : request.seasons();
        var wish = new Wish(request.key(), request.quality(), seasons, asUser);
        return switch (overseerr.submit(wish)) {
            case io.medianest.server.overseerr.Submission.Accepted accepted -> taken(accepted.request());
            case io.medianest.server.overseerr.Submission.AlreadyThere there ->
                newest(request.key(), request.quality() == Quality.UHD)
                        .map(OverseerrBackend::taken)
                        .orElseGet(() -> new Submission.Taken(null, unknown()));
            case io.medianest.server.overseerr.Submission.Refused refused -> new Submission.Refused(refused.reason());
        };
    }

    private static Submission taken(UpstreamRequest request) {
        return new Submission.Taken(Long.toString(request.id()), stateOf(request));
    }

    /// Overseerr's refusal of a duplicate does not say which request it means: it is among the newest.
    private Optional<UpstreamRequest> newest(TitleKey key, boolean is4k) {
        return find(request -> key.equals(request.key())
                        && request.is4k() == is4k
                        && request.status() != RequestState.DECLINED)
                .stream()
                .findFirst();
    }

    @Override
    public Map<String, UpstreamState> states(Collection<MediaRequest> requests) {
        var states = new HashMap<String, UpstreamState>();
        var wanted = new HashMap<String, MediaRequest>();
        requests.forEach(request -> wanted.put(Objects.requireNonNull(request.overseerrId()), request));
        walk(upstream -> {
            var id = Long.toString(upstream.id());
            var ours = wanted.remove(id);
            if (ours != null && isAbout(upstream, ours)) {
                states.put(id, stateOf(upstream));
            }
            return wanted.isEmpty();
        });
        return states;
    }

    private static boolean isAbout(UpstreamRequest upstream, MediaRequest ours) {
        return upstream.key() == null || upstream.key().equals(ours.key());
    }

    private List<UpstreamRequest> find(Predicate<UpstreamRequest> wanted) {
        var found = new ArrayList<UpstreamRequest>();
        walk(request -> {
            if (wanted.test(request)) {
                found.add(request);
            }
            return !found.isEmpty();
        });
        return found;
    }

    /// Goes through the requests, newest first, until `enough` says so.
    private void walk(Predicate<UpstreamRequest> enough) {
        for (int page = 0; page < MOST_PAGES; page++) {
            var requests = overseerr.requests(page * PAGE, PAGE);
            for (var request : requests.items()) {
                if (enough.test(request)) {
                    return;
                }
            }
            if (requests.items().size() < PAGE) {
                return;
            }
        }
    }

    @Override
    public Optional<UpstreamState> state(MediaRequest request) {
        try {
            var upstream = overseerr.request(Long.parseLong(Objects.requireNonNull(request.overseerrId())));
            return Optional.of(upstream)
                    .filter(found -> isAbout(found, request))
                    .map(OverseerrBackend::stateOf);
        } catch (MediaNestException e) {
            if (e.code() == ErrorCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void approve(String upstreamId) {
        overseerr.approve(Long.parseLong(upstreamId));
    }

    @Override
    public void decline(String upstreamId) {
        overseerr.decline(Long.parseLong(upstreamId));
    }

    private static UpstreamState unknown() {
        return new UpstreamState(UpstreamState.Decision.UNKNOWN, false, false, null);
    }

    private static UpstreamState stateOf(UpstreamRequest request) {
        var decision = switch (request.status()) {
            case PENDING -> UpstreamState.Decision.PENDING;
            case APPROVED, COMPLETED -> UpstreamState.Decision.APPROVED;
            case DECLINED -> UpstreamState.Decision.DECLINED;
            case FAILED -> UpstreamState.Decision.FAILED;
            case UNKNOWN -> UpstreamState.Decision.UNKNOWN;
        };
        return new UpstreamState(
                decision,
                request.mediaStatus() == MediaState.AVAILABLE,
                request.progressPercent() != null,
                request.progressPercent());
    }
}
