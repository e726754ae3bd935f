package io.medianest.server.download;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.api.PageQuery;
import io.medianest.model.api.Pagination;
import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadPage;
import io.medianest.model.download.DownloadStatus;
import io.medianest.model.download.NewDownload;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Ids;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.job.Jobs;
import io.medianest.server.platform.security.Caller;
import io.medianest.server.platform.security.RateLimits;
import io.medianest.server.ytdlp.VideoAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The rules of asking for a video or a playlist: who may, once only, and what people see of it. Thread-safe.
public final class Downloads {
    private static final int MAX_OPEN = 200;

    private final Database database;
    private final DownloadLedger ledger;
    private final Jobs jobs;
    private final Surroundings around;
    private final RateLimits limits;
    private final DownloadQueue queue;
    private final Clock clock;
    private final Ids ids = new Ids();

    Downloads(
            Database database,
            DownloadLedger ledger,
            Jobs jobs,
            Surroundings around,
            RateLimits limits,
            DownloadQueue queue,
            Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.jobs = jobs;
        this.around = around;
        this.limits = limits;
        this.queue = queue;
        this.clock = clock;
    }

    /// What the rules have to ask others.
    ///
    /// @param nanoTime a clock that nobody sets
    public record Surroundings(
            Fetcher fetcher,
            HouseholdLibrary library,
            Messenger messenger,
            Consent consent,
            DiskSpace disk,
            DownloadPictures.Source pictures,
            LongSupplier nanoTime) {}

    /// Puts a wish into the queue; where an admin has to say yes first, it waits for that.
    ///
    /// @throws MediaNestException `VALIDATION_ERROR`; `ALREADY_QUEUED` or `ALREADY_DOWNLOADED` with the
    ///     other's id in the details, if the caller may see it; `INSUFFICIENT_STORAGE`;
    ///     `RATE_LIMIT_EXCEEDED`, which counts only what was put into the queue
    public Download make(Caller caller, NewDownload wished) {
        if (wished.url() == null || wished.url().isBlank()) {
            throw MediaNestException.invalid("url", "'url' must be the address of a video or a playlist");
        }
        var fetcher = around.fetcher();
        var wish = Wish.of(
                wished,
                fetcher.address(wished.url().strip()),
                list -> fetcher.preview(list).value());
        queue.requireRoom();
        requireNew(caller, wish);
        var status = around.consent().isNeeded(caller) ? DownloadStatus.PENDING : DownloadStatus.QUEUED;
        try {
            var made = database.inside(tx -> {
                var download =
                        ledger.open(tx, DownloadRow.of(ids.next("dl"), caller.userId(), wish, status, clock.instant()));
                limits.countDownload(caller.userId());
                begin(tx, download);
                return download;
            });
            queue.wake();
            return made;
        } catch (RuntimeException e) {
            throw Database.isDuplicate(e) ? alreadyQueued(caller, store().findByOpenKey(wish.key())) : e;
        }
    }

    /// A playlist has to be looked into before its videos can queue.
    private void begin(Tx tx, Download download) {
        PlaylistExpansion.jobFor(download).ifPresent(job -> jobs.add(tx, job));
    }

    private void requireNew(Caller caller, Wish wish) {
        store().findByOpenKey(wish.key()).ifPresent(open -> {
            throw alreadyQueued(caller, Optional.of(open));
        });
        if (wish.again() || wish.address().kind() == VideoAddress.Kind.PLAYLIST) {
            return;
        }
        finished(store(), List.of(wish.address().id()), wish.format().wireName()).values().stream()
                .findFirst()
                .ifPresent(there -> {
                    throw new MediaNestException(
                            ErrorCode.ALREADY_DOWNLOADED,
                            "%s was downloaded already and is still there. Send again: true to load it once more."
                                    .formatted(there.title() == null ? "This video" : there.title()),
                            isVisible(caller, there) ? there.id() : null);
                });
    }

    /// The finished downloads of videos whose files are still there, by video.
    static Map<String, Download> finished(DownloadStore store, Collection<String> videoIds, String format) {
        var found = new HashMap<String, Download>();
        if (videoIds.isEmpty()) {
            return found;
        }
        for (var download : store.completed(videoIds, format)) {
            var path = download.outputPath();
            if (path != null && download.videoId() != null && Files.isRegularFile(Path.of(path))) {
                found.putIfAbsent(download.videoId(), download);
            }
        }
        return found;
    }

    /// @param other what stands in the way, if it still does; told only to those who may see it
    static MediaNestException alreadyQueued(Caller caller, Optional<Download> other) {
        return new MediaNestException(
                ErrorCode.ALREADY_QUEUED,
                "The same is on its way already, in this quality and format",
                other.filter(open -> isVisible(caller, open)).map(Download::id).orElse(null));
    }

    DownloadPage list(DownloadFilter filter, PageQuery page) {
        var where = filter.where();
        var values = filter.values();
        return database.reading(tx -> {
            var store = tx.store(DownloadStore.class);
            long total = store.count(where, values);
            var downloads = store.page(where, values, filter.order(), page.limit(), page.offset()).stream()
                    .map(queue::live)
                    .toList();
            return new DownloadPage(downloads, Pagination.of(page, total), queue.state());
        });
    }

    /// What is on its way and somebody may see, in the order of the queue: their own, or all for an admin.
    public List<Download> active(@Nullable String userId) {
        return list(new DownloadFilter(userId, DownloadFilter.ACTIVE, null), new PageQuery(1, MAX_OPEN))
                .downloads();
    }

    /// How many videos each person has downloaded; who is left out has none.
    public Map<String, Long> completedBy(Collection<String> userIds) {
        return userIds.isEmpty() ? Map.of() : store().completedBy(userIds);
    }

    /// @throws MediaNestException `NOT_FOUND`, also for one that is not the caller's to see
    public Download show(Caller caller, String id) {
        return queue.live(visible(store(), caller, id));
    }

    /// A download that the caller may see.
    ///
    /// @throws MediaNestException `NOT_FOUND`
    static Download visible(DownloadStore store, Caller caller, String id) {
        return store.find(id).filter(download -> isVisible(caller, download)).orElseThrow(() -> unknown(id));
    }

    private static boolean isVisible(Caller caller, Download download) {
        return caller.isAdmin() || download.userId().equals(caller.userId());
    }

    static MediaNestException unknown(String id) {
        return new MediaNestException(ErrorCode.NOT_FOUND, "There is no such download", id);
    }

    private DownloadStore store() {
        return database.store(DownloadStore.class);
    }
}
