package io.medianest.server.request;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.Quality;
import io.medianest.server.overseerr.OverseerrClient;
import io.medianest.server.overseerr.RequestState;
import io.medianest.server.overseerr.TitleState;
import io.medianest.server.overseerr.UpstreamRequest;
import io.medianest.server.overseerr.Wish;
import io.medianest.server.platform.MediaNestException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;
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
    public @Nullable String absent() {
        return overseerr.isConfigured() && overseerr.isAvoided() ? OverseerrClient.POLICY.service() : null;
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
            case io.medianest.server.overseerr.Submission.Accepted accepted -> taken(accepted.request(), request);
            case io.medianest.server.overseerr.Submission.AlreadyThere _ ->
                standing(request).orElseGet(() -> new Submission.Taken(null, unknown()));
            case io.medianest.server.overseerr.Submission.NothingLeft nothing ->
                standing(request)
                        .or(() -> thereAlready(request))
                        .orElseGet(() -> new Submission.Refused(nothing.reason()));
            case io.medianest.server.overseerr.Submission.Refused refused -> new Submission.Refused(refused.reason());
        };
    }

    private static Submission taken(UpstreamRequest upstream, MediaRequest ours) {
        return new Submission.Taken(Long.toString(upstream.id()), stateOf(upstream, ours));
    }

    /// What Overseerr has for the same wish already. It does not say which request it means: it is among the last
    /// changed. One that it failed to pass on would stand there for ever, so it is tried again.
    private Optional<Submission> standing(MediaRequest ours) {
        var standing = new ArrayList<UpstreamRequest>(1);
        walk(upstream -> {
            if (isSameWish(upstream, ours)) {
                standing.add(upstream);
            }
            return !standing.isEmpty();
        });
        return standing.stream()
                .findFirst()
                .map(found -> found.status() == RequestState.FAILED ? overseerr.retry(found.id()) : found)
                .map(found -> taken(found, ours));
    }

    /// Nobody has to fetch what is there.
    private Optional<Submission> thereAlready(MediaRequest ours) {
        return overseerr.state(ours.key(), ours.quality()).has(ours.seasons())
                ? Optional.of(new Submission.Taken(
                        null, new UpstreamState(UpstreamState.Decision.APPROVED, true, false, null)))
                : Optional.empty();
    }

    private static boolean isSameWish(UpstreamRequest upstream, MediaRequest ours) {
        return ours.key().equals(upstream.key())
                && upstream.is4k() == (ours.quality() == Quality.UHD)
                && upstream.status() != RequestState.DECLINED
                && (ours.seasons() == null || !Collections.disjoint(ours.seasons(), upstream.seasons()));
    }

    @Override
    public Map<String, UpstreamState> states(Collection<MediaRequest> requests) {
        var listed = listed(requests);
        var seasons = new SeasonLook(overseerr);
        var states = new HashMap<String, UpstreamState>();
        for (var ours : requests) {
            var upstream = listed.get(Objects.requireNonNull(ours.overseerrId()));
            if (upstream != null && isAbout(upstream, ours)) {
                states.put(ours.overseerrId(), stateOf(upstream, seasons.at(upstream, ours), ours));
            }
        }
        return states;
    }

    /// What the list holds of the given requests, by their numbers.
    private Map<String, UpstreamRequest> listed(Collection<MediaRequest> requests) {
        var wanted = new HashSet<String>();
        requests.forEach(request -> wanted.add(Objects.requireNonNull(request.overseerrId())));
        var listed = new HashMap<String, UpstreamRequest>();
        walk(upstream -> {
            var id = Long.toString(upstream.id());
            if (wanted.remove(id)) {
                listed.put(id, upstream);
            }
            return wanted.isEmpty();
        });
        return listed;
    }

    private static boolean isAbout(UpstreamRequest upstream, MediaRequest ours) {
        return upstream.key() == null || upstream.key().equals(ours.key());
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
            var upstream = overseerr.request(numberOf(request));
            return Optional.of(upstream)
                    .filter(found -> isAbout(found, request))
                    .map(found -> stateOf(found, request));
        } catch (MediaNestException e) {
            return goneOrThrow(e);
        }
    }

    @Override
    public Optional<UpstreamState> approve(MediaRequest request) {
        return tell(request, overseerr::approve);
    }

    @Override
    public Optional<UpstreamState> decline(MediaRequest request) {
        return tell(request, overseerr::decline);
    }

    private Optional<UpstreamState> tell(MediaRequest request, LongFunction<UpstreamRequest> word) {
        if (state(request).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(stateOf(word.apply(numberOf(request)), request));
        } catch (MediaNestException e) {
            return goneOrThrow(e);
        }
    }

    private static <T> Optional<T> goneOrThrow(MediaNestException failure) {
        if (failure.code() == ErrorCode.NOT_FOUND) {
            return Optional.empty();
        }
        throw failure;
    }

    private static long numberOf(MediaRequest request) {
        return Long.parseLong(Objects.requireNonNull(request.overseerrId()));
    }

    private static UpstreamState unknown() {
        return new UpstreamState(UpstreamState.Decision.UNKNOWN, false, false, null);
    }

    private static UpstreamState stateOf(UpstreamRequest request, MediaRequest ours) {
        return stateOf(request, request.title(), ours);
    }

    private static UpstreamState stateOf(UpstreamRequest request, TitleState title, MediaRequest ours) {
        var decision = switch (request.status()) {
            case PENDING -> UpstreamState.Decision.PENDING;
            case APPROVED, COMPLETED -> UpstreamState.Decision.APPROVED;
            case DECLINED -> UpstreamState.Decision.DECLINED;
            case FAILED -> UpstreamState.Decision.FAILED;
            case UNKNOWN -> UpstreamState.Decision.UNKNOWN;
        };
        return new UpstreamState(
                decision, title.has(ours.seasons()), request.progressPercent() != null, request.progressPercent());
    }
}
