package io.medianest.server.download;

import static java.util.Objects.requireNonNull;

import io.medianest.model.account.Role;
import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadFormat;
import io.medianest.model.download.DownloadQuality;
import io.medianest.model.download.DownloadStatus;
import io.medianest.model.download.NewDownload;
import io.medianest.model.event.ServerEvent;
import io.medianest.server.platform.Await;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.MovableClock;
import io.medianest.server.platform.cache.FileCache;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.event.LocalEventBus;
import io.medianest.server.platform.job.DeadLetters;
import io.medianest.server.platform.job.JobQueue;
import io.medianest.server.platform.resilience.HttpUpstream;
import io.medianest.server.platform.security.Caller;
import io.medianest.server.platform.security.Limit;
import io.medianest.server.platform.security.LocalCounters;
import io.medianest.server.platform.security.RateLimits;
import io.medianest.server.testing.Guards;
import io.medianest.server.testing.TestDatabase;
import io.medianest.server.ytdlp.Extras;
import io.medianest.server.ytdlp.Naming;
import io.medianest.server.ytdlp.VideoPictures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// The feature with all that it needs: a real database and job queue, a program that fetches what the test
/// tells it to, a disk and a clock that are told what to say.
final class DownloadDesk implements AutoCloseable {
    static final Caller ANN = user("ann");
    static final Caller BOB = user("bob");
    static final Caller CAT = user("cat");
    static final Caller ADMIN = new Caller("owner", "The owner", Role.ADMIN, null, null, Caller.Credential.WINDOW);
    static final long GIGABYTE = 1_000_000_000;

    private static final JobQueue.Backoff QUICK = new JobQueue.Backoff(3, Duration.ofMillis(1), Duration.ofMillis(5));

    volatile Path directory;
    final AtomicLong nanos = new AtomicLong();
    final String databaseName = UUID.randomUUID().toString();
    final Database database = TestDatabase.open(databaseName);
    final MovableClock clock = new MovableClock();
    final FakeFetcher fetcher = new FakeFetcher();
    final Set<String> needYes = ConcurrentHashMap.newKeySet();
    final FakeLibrary library = new FakeLibrary();
    /// What people were told has come, for example `dl_1 LIBRARY`.
    final List<String> told = new CopyOnWriteArrayList<>();
    final List<ServerEvent> heard = new CopyOnWriteArrayList<>();
    final DownloadFeature feature;

    /// Folders on disks without any room.
    final Set<Path> fullDisks = ConcurrentHashMap.newKeySet();

    volatile long freeBytes = 100 * GIGABYTE;
    volatile int concurrency = 3;
    volatile int perHour = 10_000;
    volatile Naming layout = Naming.PLEX;
    volatile Extras extras = Extras.USUAL;
    volatile boolean collections = true;

    /// Where pictures may come from, beside the internet.
    final Set<String> pictureHosts = ConcurrentHashMap.newKeySet();

    /// Keeps nothing before it is started.
    final FileCache pictureFiles;

    private final HttpUpstream http = HttpUpstream.open(Duration.ofSeconds(60), Duration.ofSeconds(60));
    private final LocalEventBus events = new LocalEventBus();
    private final JobQueue jobs = new JobQueue(database, clock, QUICK);

    DownloadDesk(Path directory) {
        this.directory = directory;
        pictureFiles = new FileCache(directory.resolve(".pictures"), 1_000_000, clock);
        List.of(ANN, BOB, CAT, ADMIN)
                .forEach(person -> database.store(PeopleStore.class).add(person.userId()));
        events.subscribe("test", published -> heard.add(published.event()));
        feature = open(fetcher, jobs);
        events.witness(feature.witness());
        jobs.start();
        feature.queue().start();
    }

    /// The feature as the program has it after another start on the same database.
    DownloadFeature reopened(FakeFetcher other) {
        return open(other, new JobQueue(database, clock, QUICK));
    }

    private DownloadFeature open(FakeFetcher program, JobQueue queue) {
        var around = new Downloads.Surroundings(
                program,
                library,
                (_, download, place) -> told.add(download.id() + " " + place),
                needYes::contains,
                folder -> fullDisks.contains(folder) ? 0 : freeBytes,
                pictures(),
                nanos::get);
        return new DownloadFeature(database, queue, events, limits(), around, this::settings, clock);
    }

    private DownloadPictures.Source pictures() {
        var hosts = new VideoPictures(Guards.impatient(VideoPictures.POLICY), http, () -> pictureHosts);
        return new DownloadPictures.Source(hosts, pictureFiles);
    }

    DeadLetters deadLetters() {
        return jobs.deadLetters();
    }

    private RateLimits limits() {
        var limit = new Limit(perHour, Duration.ofHours(1));
        return new RateLimits(
                new LocalCounters(clock), new RateLimits.Limits(limit, limit, limit, limit, limit), clock);
    }

    DownloadSettings settings() {
        return new DownloadSettings(directory, concurrency, 2 * GIGABYTE, layout, extras, collections);
    }

    static Caller user(String id) {
        return new Caller(id, "name of " + id, Role.USER, null, "ses_" + id, Caller.Credential.BEARER);
    }

    /// The address of a video; ids have eleven letters.
    static String url(String videoId) {
        return "https://www.youtube.com/watch?v=" + videoId;
    }

    /// A video id that can be read in a test: `v` and a number.
    static String video(int number) {
        return "v%010d".formatted(number);
    }

    static NewDownload wish(String url) {
        return new NewDownload(url, null, null, null, null);
    }

    static NewDownload wish(String url, DownloadQuality quality, DownloadFormat format) {
        return new NewDownload(url, quality, format, null, null);
    }

    Download make(Caller caller, int number) {
        return feature.downloads().make(caller, wish(url(video(number))));
    }

    Download now(String id) {
        return feature.downloads().show(ADMIN, id);
    }

    DownloadStatus status(String id) {
        return now(id).status();
    }

    /// Where the file of a finished download is.
    Path file(String id) {
        return Path.of(requireNonNull(now(id).outputPath()));
    }

    void await(String id, DownloadStatus status) {
        Await.until(id + " is " + status, () -> status(id) == status);
    }

    /// Waits until the program works on a video.
    FakeFetcher.Running running(int number) {
        Await.until(video(number) + " runs", () -> {
            var running = fetcher.running.get(video(number));
            return running != null && running.isReady();
        });
        return requireNonNull(fetcher.running.get(video(number)));
    }

    /// Waits until so many have been begun.
    List<String> begun(int count) {
        Await.until(count + " have begun", () -> fetcher.begun.size() >= count);
        return fetcher.begun;
    }

    /// Code and details of a refusal, for example `VALIDATION_ERROR url`.
    static String refusal(Supplier<?> action) {
        try {
            return "done: " + action.get();
        } catch (MediaNestException e) {
            return e.details() == null ? e.code().name() : e.code() + " " + e.details();
        }
    }

    /// As whoever has given a download up does, however late.
    void discard(String id) {
        feature.workplaces().discard(id, new DownloadLedger(events, clock));
    }

    @Override
    public void close() {
        feature.close();
        http.close();
        jobs.close();
        events.close();
        database.close();
    }
}
