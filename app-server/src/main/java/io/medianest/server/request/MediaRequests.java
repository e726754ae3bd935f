package io.medianest.server.request;

import io.medianest.model.account.UserStatistics;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.api.PageQuery;
import io.medianest.model.event.LiveState;
import io.medianest.model.media.Availability;
import io.medianest.model.media.MediaItem;
import io.medianest.model.media.TitleKey;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.NewMediaRequest;
import io.medianest.model.request.Quality;
import io.medianest.model.request.RequestDetails;
import io.medianest.model.request.RequestPage;
import io.medianest.model.request.RequestStage;
import io.medianest.model.request.RequestStatus;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Ids;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.job.Jobs;
import io.medianest.server.platform.security.Caller;
import io.medianest.server.platform.security.RateLimits;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rules of asking for a title: who may, once only, and what people see of it. Thread-safe.
public final class MediaRequests {
    private final Database database;
    private final RequestLedger ledger;
    private final RequestPages pages;
    private final Jobs jobs;
    private final Surroundings around;
    private final RateLimits limits;
    private final Ids ids;
    private final Clock clock;

    MediaRequests(
            Database database,
            RequestLedger ledger,
            Jobs jobs,
            Surroundings around,
            RateLimits limits,
            Ids ids,
            Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.pages = new RequestPages(database, ledger::revision);
        this.jobs = jobs;
        this.around = around;
        this.limits = limits;
        this.ids = ids;
        this.clock = clock;
    }

    /// What the rules have to ask others.
    public record Surroundings(Titles titles, Shelf shelf, RequestBackend backend) {}

    /// Records the wish and queues its submission; both or neither.
    ///
    /// @throws MediaNestException `VALIDATION_ERROR`; `NOT_FOUND` when there is no such title; `ALREADY_AVAILABLE`
    ///     when it is in the library, unless it names seasons and there is a backend that knows which are;
    ///     `ALREADY_REQUESTED` with the other's id in the details; `RATE_LIMIT_EXCEEDED`, which counts only
    ///     requests that were made
    public MediaRequest make(Caller caller, NewMediaRequest wish) {
        var key = WishRules.keyOf(wish);
        WishRules.check(wish);
        var title = around.titles().find(key);
        if (!isForSeasons(wish) && around.shelf().has(key)) {
            throw new MediaNestException(
                    ErrorCode.ALREADY_AVAILABLE, "%s is in the library already".formatted(title.title()));
        }
        try {
            return database.inside(tx -> {
                makeWay(tx, key, wish);
                var request = opened(caller, wish, title);
                ledger.open(tx, request, caller.username());
                limits.countRequest(caller.userId());
                jobs.add(tx, SubmitRequest.job(request.id()));
                return request;
            });
        } catch (RuntimeException e) {
            if (!Database.isDuplicate(e)) {
                throw e;
            }
            throw new MediaNestException(
                    ErrorCode.ALREADY_REQUESTED,
                    "%s was asked for already".formatted(title.title()),
                    store().findByOpenKey(key.toString()).map(MediaRequest::id).orElse(null));
        }
    }

    /// A series that is there may lack seasons; which they are the backend knows, and answers each by itself.
    private boolean isForSeasons(NewMediaRequest wish) {
        return wish.seasons() != null && around.backend().isConfigured();
    }

    /// Who has been given some seasons of a series stands in nobody's way who wants others.
    private void makeWay(Tx tx, TitleKey key, NewMediaRequest wish) {
        var seasons = wish.seasons();
        if (seasons == null || !isForSeasons(wish)) {
            return;
        }
        var store = tx.store(MediaRequestStore.class);
        store.findByOpenKey(key.toString())
                .filter(given -> given.status() == RequestStatus.AVAILABLE)
                .filter(given -> given.seasons() == null || !given.seasons().containsAll(seasons))
                .ifPresent(_ -> store.release(List.of(key.toString())));
    }

    private MediaRequest opened(Caller caller, NewMediaRequest wish, MediaItem title) {
        Instant now = clock.instant();
        // Where nobody else decides, an admin's own wish needs nobody's yes.
        boolean decided = caller.isAdmin() && !around.backend().isConfigured();
        return new MediaRequest(
                ids.next("req"),
                title.id(),
                title.type(),
                title.title(),
                title.year(),
                title.poster(),
                decided ? RequestStatus.APPROVED : RequestStatus.PENDING,
                decided ? RequestStage.PROCESSING : RequestStage.QUEUED,
                wish.quality() == null ? Quality.FULL_HD : wish.quality(),
                wish.comment() == null || wish.comment().isBlank()
                        ? null
                        : wish.comment().strip(),
                wish.seasons(),
                caller.userId(),
                caller.username(),
                null,
                null,
                null,
                now,
                now,
                1,
                around.backend().absent());
    }

    public RequestPage list(RequestFilter filter, PageQuery page) {
        return pages.page(filter, page);
    }

    /// The open requests that somebody may see, newest first: their own, or all for an admin; of each status
    /// as many as a [LiveState] holds.
    public List<MediaRequest> open(@Nullable String userId) {
        var newest = RequestFilter.Sort.NEWEST;
        var pending = new RequestFilter(userId, RequestStatus.PENDING, null, null, newest);
        var approved = new RequestFilter(userId, RequestStatus.APPROVED, null, null, newest);
        return Stream.of(pending, approved)
                .flatMap(filter -> database
                        .store(RequestPageStore.class)
                        .page(filter.where(), filter.values(), newest.sql(), LiveState.MOST_REQUESTS, 0)
                        .stream())
                .sorted(Comparator.comparing(MediaRequest::createdAt).reversed())
                .toList();
    }

    /// @throws MediaNestException `NOT_FOUND`, also for a request that is not the caller's to see
    public RequestDetails show(Caller caller, String id) {
        var request = visible(caller, id);
        return new RequestDetails(request, store().history(id), media(request));
    }

    /// A request that the caller may see.
    ///
    /// @throws MediaNestException `NOT_FOUND`
    MediaRequest visible(Caller caller, String id) {
        return store().find(id)
                .filter(request -> caller.isAdmin() || request.userId().equals(caller.userId()))
                .orElseThrow(() -> new MediaNestException(ErrorCode.NOT_FOUND, "There is no such request", id));
    }

    private MediaItem media(MediaRequest request) {
        try {
            return around.titles().find(request.key());
        } catch (MediaNestException e) {
            // The catalogue is down or has dropped the title; what was asked for is known all the same.
            return new MediaItem(
                    request.tmdbId(),
                    request.title(),
                    null,
                    request.mediaType(),
                    request.year(),
                    null,
                    request.poster(),
                    null,
                    null,
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    new Availability(around.shelf().has(request.key()), true, null, request.id()));
        }
    }

    /// The open or fulfilled requests of many titles in one query.
    public Map<TitleKey, String> requested(Collection<TitleKey> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        Map<String, TitleKey> byText =
                keys.stream().collect(Collectors.toMap(TitleKey::toString, key -> key, (one, other) -> one));
        var found = new HashMap<TitleKey, String>();
        store().idsByOpenKey(byText.keySet())
                .forEach((text, id) -> found.put(Objects.requireNonNull(byText.get(text)), id));
        return found;
    }

    /// What people have asked for so far, by user id; who is left out has asked for nothing.
    public Map<String, UserStatistics> statistics(Collection<String> userIds) {
        return userIds.isEmpty() ? Map.of() : store().statistics(userIds);
    }

    private MediaRequestStore store() {
        return database.store(MediaRequestStore.class);
    }
}
