package io.medianest.server.demo;

import io.medianest.server.demo.DemoRequest.Stage;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The Overseerr stand-in's rules, and the hand that moves each request on until its title is in the library.
/// Thread-safe.
final class DemoRequests {
    private static final int DOWNLOAD_PARTS = 8;
    private static final int MOST_KEPT = 500;

    private final DemoLibrary library;
    private final DemoPace pace;
    private final Clock clock;
    private final ScheduledExecutorService timer;
    private final BiConsumer<String, DemoRequest> webhook;
    private final Map<Integer, DemoRequest> requests = new LinkedHashMap<>();
    private int lastId;

    /// @param webhook told Overseerr's notification type and the request, after each change that it notifies of
    DemoRequests(
            DemoLibrary library,
            DemoPace pace,
            Clock clock,
            ScheduledExecutorService timer,
            BiConsumer<String, DemoRequest> webhook) {
        this.library = library;
        this.pace = pace;
        this.clock = clock;
        this.timer = timer;
        this.webhook = webhook;
    }

    /// Records a wish; the owner's is approved at once.
    ///
    /// @param wanted season numbers, empty for a film
    /// @param detectsDuplicates false when the caller did not say whether it wants 4K, as in Overseerr
    /// @throws Refusal 403 without permission or quota, 409 for a film that is asked for already,
    ///     202 when no wanted season is left
    synchronized DemoRequest make(
            DemoTitle title, List<Integer> wanted, DemoPerson by, boolean is4k, boolean detectsDuplicates) {
        checkRights(title, by);
        if (title.isFilm() && detectsDuplicates && live(title).findAny().isPresent()) {
            throw refusal(409, "Request for this media already exists.");
        }
        var seasons = new ArrayList<>(wanted);
        live(title).forEach(other -> seasons.removeAll(other.seasons()));
        if (!title.isFilm() && (seasons.isEmpty() || library.find(title).isPresent())) {
            throw refusal(202, "No seasons available to request");
        }
        forgetOldest();
        var now = clock.instant();
        var stage = by.isOwner() ? Stage.APPROVED : Stage.PENDING;
        var approver = by.isOwner() ? by : null;
        var made = new DemoRequest(++lastId, title, by, List.copyOf(seasons), is4k, stage, 0, now, now, approver);
        put(made);
        webhook.accept(by.isOwner() ? "MEDIA_AUTO_APPROVED" : "MEDIA_PENDING", made);
        return made;
    }

    synchronized DemoRequest approve(int id) {
        var request = get(id);
        return request.stage() == Stage.PENDING || request.stage() == Stage.DECLINED ? approve(request) : request;
    }

    synchronized DemoRequest decline(int id) {
        var request = get(id);
        if (request.stage() == Stage.AVAILABLE) {
            return request;
        }
        var declined = request.to(Stage.DECLINED, 0, clock.instant(), DemoPerson.OWNER);
        put(declined);
        webhook.accept("MEDIA_DECLINED", declined);
        return declined;
    }

    /// Fires no webhook, as in Overseerr.
    synchronized void delete(int id) {
        requests.remove(get(id).id());
    }

    synchronized DemoRequest get(int id) {
        var request = requests.get(id);
        if (request == null) {
            throw refusal(404, "Request not found.");
        }
        return request;
    }

    /// The newest first.
    synchronized List<DemoRequest> all() {
        return List.copyOf(requests.values()).reversed();
    }

    /// Overseerr's media status of a title: 5 available, 3 processing, 2 pending, 1 unknown.
    synchronized int mediaStatus(DemoTitle title) {
        if (library.find(title).isPresent()) {
            return Stage.AVAILABLE.mediaStatus();
        }
        return of(title).stream()
                .mapToInt(request -> request.stage().mediaStatus())
                .max()
                .orElse(1);
    }

    synchronized List<DemoRequest> of(DemoTitle title) {
        return requests.values().stream()
                .filter(request -> request.title().equals(title))
                .toList();
    }

    private DemoRequest approve(DemoRequest request) {
        var approved = request.to(Stage.APPROVED, 0, clock.instant(), DemoPerson.OWNER);
        put(approved);
        webhook.accept("MEDIA_APPROVED", approved);
        return approved;
    }

    private void put(DemoRequest request) {
        requests.put(request.id(), request);
        if (request.stage().isOpen()) {
            schedule(request);
        }
    }

    private void schedule(DemoRequest request) {
        boolean loading = request.stage() == Stage.DOWNLOADING;
        Duration wait = loading ? pace.step().multipliedBy(2).dividedBy(DOWNLOAD_PARTS) : pace.step();
        try {
            var _ = timer.schedule(() -> advance(request), wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The demo is being closed: nothing moves any more.
            return;
        }
    }

    /// Takes the next step, unless somebody has changed the request since the step was planned.
    private synchronized void advance(DemoRequest planned) {
        if (!planned.equals(requests.get(planned.id()))) {
            return;
        }
        switch (planned.stage()) {
            case PENDING -> approve(planned);
            case APPROVED -> put(planned.to(Stage.DOWNLOADING, 0, clock.instant(), null));
            case DOWNLOADING -> load(planned);
            case AVAILABLE, DECLINED -> throw new IllegalStateException("Nothing is planned for " + planned);
        }
    }

    private void load(DemoRequest request) {
        double part = request.part() + 1.0 / DOWNLOAD_PARTS;
        if (part < 1) {
            put(request.to(Stage.DOWNLOADING, part, clock.instant(), null));
            return;
        }
        var available = request.to(Stage.AVAILABLE, 1, clock.instant(), null);
        put(available);
        library.add(request.title());
        webhook.accept("MEDIA_AVAILABLE", available);
    }

    private void checkRights(DemoTitle title, DemoPerson by) {
        if (!by.mayRequest()) {
            throw refusal(
                    403,
                    "You do not have permission to make %s requests.".formatted(title.isFilm() ? "movie" : "series"));
        }
        long films = requests.values().stream()
                .filter(request ->
                        request.requestedBy().equals(by) && request.title().isFilm())
                .count();
        if (title.isFilm() && by.filmQuota() > 0 && films >= by.filmQuota()) {
            throw refusal(403, "Movie Quota exceeded.");
        }
    }

    private Stream<DemoRequest> live(DemoTitle title) {
        return of(title).stream().filter(request -> request.stage() != Stage.DECLINED);
    }

    private void forgetOldest() {
        Optional<DemoRequest> oldest = requests.size() < MOST_KEPT
                ? Optional.empty()
                : requests.values().stream()
                        .filter(request -> !request.stage().isOpen())
                        .findFirst()
                        .or(() -> requests.values().stream().findFirst());
        oldest.ifPresent(request -> requests.remove(request.id()));
    }

    private static Refusal refusal(int status, @Nullable String message) {
        return new Refusal(Reply.json(status, Fields.of("message", message)));
    }
}
