package io.medianest.server.request;

import io.medianest.model.account.Role;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.download.Download;
import io.medianest.model.event.ServerEvent;
import io.medianest.model.media.Availability;
import io.medianest.model.media.MediaItem;
import io.medianest.model.media.MediaType;
import io.medianest.model.media.TitleKey;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.NewMediaRequest;
import io.medianest.model.request.RequestStage;
import io.medianest.server.platform.Await;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.event.EventBus.Published;
import io.medianest.server.platform.event.LocalEventBus;
import io.medianest.server.platform.job.JobQueue;
import io.medianest.server.platform.security.Caller;
import io.medianest.server.platform.security.Limit;
import io.medianest.server.platform.security.LocalCounters;
import io.medianest.server.platform.security.RateLimits;
import io.medianest.server.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The feature with all that it needs: a real database and job queue, a catalogue that knows every title but number
/// 404, an empty shelf and a backend that does as it is told. `plex-` before the user's id is their Plex account.
final class RequestDesk implements AutoCloseable {
    static final Caller ANN = user("ann");
    static final Caller BOB = user("bob");
    static final Caller ADMIN = new Caller("owner", "The owner", Role.ADMIN, null, null, Caller.Credential.WINDOW);

    private static final JobQueue.Backoff QUICK = new JobQueue.Backoff(3, Duration.ofMillis(1), Duration.ofMillis(5));
    private static final int REQUESTS_PER_HOUR = 5;

    final Database database = TestDatabase.open(UUID.randomUUID().toString());
    final FakeBackend backend = new FakeBackend();
    final Set<TitleKey> onShelf = ConcurrentHashMap.newKeySet();
    final Map<String, String> names = new ConcurrentHashMap<>();
    final List<Published> heard = new CopyOnWriteArrayList<>();
    /// Events that were told before what they tell was durable: none, if all is well.
    final List<String> early = new CopyOnWriteArrayList<>();
    /// What those saw who keep a record, inside the transactions; lines as of [#eventsOf].
    final List<String> witnessed = new CopyOnWriteArrayList<>();
    volatile Runnable witness = () -> {};
    final JobQueue jobs;
    final MediaRequests requests;
    final RequestDecisions decisions;
    final RequestFeature feature;
    final FollowRequests follow;

    private final LocalEventBus events = new LocalEventBus();

    RequestDesk() {
        this(Clock.systemUTC());
        jobs.start();
    }

    /// A desk whose jobs do not run.
    RequestDesk(Clock clock) {
        jobs = new JobQueue(database, clock, QUICK);
        var perHour = new Limit(REQUESTS_PER_HOUR, Duration.ofHours(1));
        var limits = new RateLimits(
                new LocalCounters(clock), new RateLimits.Limits(perHour, perHour, perHour, perHour, perHour), clock);
        Shelf shelf = keys -> keys.stream().filter(onShelf::contains).collect(Collectors.toSet());
        feature = new RequestFeature(
                database,
                jobs,
                events,
                limits,
                new MediaRequests.Surroundings(this::title, shelf, backend),
                id -> new People.Person("plex-" + id, id.equals(ADMIN.userId())),
                clock);
        requests = feature.requests();
        decisions = feature.decisions();
        follow = feature.follow();
        events.subscribe("test", this::hear);
        events.witness((tx, event) -> {
            witness.run();
            witnessed.add(line(event));
        });
    }

    private void hear(Published published) {
        var told = requestOf(published.event());
        if (told != null && now(told.id()).version() < told.version()) {
            early.add(line(published.event()));
        }
        heard.add(published);
    }

    private static @Nullable MediaRequest requestOf(ServerEvent event) {
        return switch (event) {
            case ServerEvent.RequestCreated created -> created.request();
            case ServerEvent.RequestChanged changed -> changed.request();
            case ServerEvent.ServiceChecked _,
                    ServerEvent.DownloadChanged _,
                    ServerEvent.DownloadProgressed _,
                    ServerEvent.PreferencesChanged _,
                    ServerEvent.NotificationAdded _,
                    ServerEvent.IncidentOpened _,
                    ServerEvent.IncidentResolved _ -> null;
        };
    }

    private MediaItem title(TitleKey key) {
        if (key.tmdbId().equals("404")) {
            throw new MediaNestException(ErrorCode.NOT_FOUND, "There is no such title");
        }
        return new MediaItem(
                key.tmdbId(),
                names.getOrDefault(key.tmdbId(), "Title " + key.tmdbId()),
                null,
                key.mediaType(),
                1999,
                null,
                "/poster.jpg",
                null,
                "About it.",
                List.of("Drama"),
                7.5,
                100,
                120,
                "en",
                Availability.NONE);
    }

    static Caller user(String id) {
        return new Caller(id, "name of " + id, Role.USER, null, "ses_" + id, Caller.Credential.BEARER);
    }

    static NewMediaRequest film(String tmdbId) {
        return new NewMediaRequest(tmdbId, MediaType.MOVIE, null, null, null);
    }

    static NewMediaRequest show(String tmdbId, List<Integer> seasons) {
        return new NewMediaRequest(tmdbId, MediaType.TV, null, null, seasons);
    }

    static TitleKey filmKey(String tmdbId) {
        return new TitleKey(MediaType.MOVIE, tmdbId);
    }

    static TitleKey seriesKey(String tmdbId) {
        return new TitleKey(MediaType.TV, tmdbId);
    }

    /// Makes a request and waits until the backend has it.
    MediaRequest handedOver(Caller caller, String tmdbId) {
        var id = requests.make(caller, film(tmdbId)).id();
        awaitStage(id, RequestStage.SUBMITTED);
        return now(id);
    }

    /// Makes a request that the backend refuses for good.
    MediaRequest refused(Caller caller, String tmdbId) {
        var before = backend.answer;
        backend.answer = request -> new RequestBackend.Submission.Refused("Quota exceeded");
        var id = requests.make(caller, film(tmdbId)).id();
        awaitStage(id, RequestStage.FAILED);
        backend.answer = before;
        return now(id);
    }

    MediaRequest now(String id) {
        return database.store(MediaRequestStore.class).find(id).orElseThrow();
    }

    /// For example `approved/submitted`.
    String state(String id) {
        var request = now(id);
        return request.status().wireName() + "/" + request.stage().wireName();
    }

    /// The history, a line a step: status, stage and who did it.
    List<String> history(String id) {
        return requests.show(ADMIN, id).statusHistory().stream()
                .map(step -> step.status().wireName() + "/" + step.stage().wireName() + " by " + step.actor())
                .toList();
    }

    void awaitStage(String id, RequestStage stage) {
        Await.until(id + " is " + stage, () -> now(id).stage() == stage);
    }

    /// What the backend says from now on of a request, and the look that notices it.
    void report(MediaRequest request, RequestBackend.UpstreamState state) {
        backend.states.put(String.valueOf(request.overseerrId()), state);
        follow.all();
    }

    /// The events about a request so far, for example `req_1 created 1 pending/queued`.
    List<String> eventsOf(String id) {
        return heard.stream()
                .map(published -> line(published.event()))
                .filter(line -> line.startsWith(id))
                .toList();
    }

    private static String line(ServerEvent event) {
        return switch (event) {
            case ServerEvent.RequestCreated created -> line(created.request(), "created");
            case ServerEvent.RequestChanged changed -> line(changed.request(), "changed");
            case ServerEvent.ServiceChecked checked -> checked.service().name();
            case ServerEvent.DownloadChanged(Download download) -> download.id();
            case ServerEvent.DownloadProgressed(Download download) -> download.id();
            case ServerEvent.PreferencesChanged _,
                    ServerEvent.NotificationAdded _,
                    ServerEvent.IncidentOpened _,
                    ServerEvent.IncidentResolved _ -> event.wireName();
        };
    }

    private static String line(MediaRequest request, String what) {
        return "%s %s %d %s/%s"
                .formatted(
                        request.id(),
                        what,
                        request.version(),
                        request.status().wireName(),
                        request.stage().wireName());
    }

    @Override
    public void close() {
        jobs.close();
        events.close();
        database.close();
    }
}
