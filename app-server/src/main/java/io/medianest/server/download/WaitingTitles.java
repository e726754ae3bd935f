package io.medianest.server.download;

import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadStatus;
import io.medianest.model.download.MediaPreview;
import io.medianest.model.download.PlaylistMetadata;
import io.medianest.model.download.VideoMetadata;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out the titles of downloads that have to wait, so that the queue can be read. One that begins at
/// once tells its title itself. Each is asked about once, unless nobody could answer: why a video cannot be
/// had is told by its download. For one thread at a time.
final class WaitingTitles {
    private static final Logger LOG = LoggerFactory.getLogger(WaitingTitles.class);
    private static final Duration WAITS = Duration.ofSeconds(2);
    private static final Set<DownloadStatus> WAITING = Set.of(DownloadStatus.PENDING, DownloadStatus.QUEUED);
    private static final Duration REST = Duration.ofMinutes(1);

    private final Database database;
    private final DownloadLedger ledger;
    private final Fetcher fetcher;
    private final Clock clock;
    /// Those whose title is not to be had.
    private final Set<String> asked = new HashSet<>();
    /// Those that could not be asked about: the others first.
    private final Set<String> later = new HashSet<>();

    private Instant outage = Instant.EPOCH;

    WaitingTitles(Database database, DownloadLedger ledger, Fetcher fetcher, Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.fetcher = fetcher;
        this.clock = clock;
    }

    /// Asks about one at most: whoever puts many into the queue shall not have the host asked about all of
    /// them at once.
    void next() {
        if (Duration.between(outage, clock.instant()).abs().compareTo(REST) < 0) {
            return;
        }
        var store = database.store(DownloadStore.class);
        var untitled = store.untitled(clock.instant().minus(WAITS));
        asked.retainAll(untitled);
        later.retainAll(untitled);
        var open = untitled.stream().filter(id -> !asked.contains(id)).toList();
        open.stream()
                .filter(id -> !later.contains(id))
                .findFirst()
                .or(() -> open.stream().findFirst())
                .flatMap(store::find)
                .ifPresent(this::ask);
    }

    private void ask(Download download) {
        asked.add(download.id());
        try {
            describe(
                    download.id(),
                    fetcher.preview(fetcher.address(download.url())).value());
        } catch (MediaNestException e) {
            LOG.debug("the title of {} is not to be had: {}", download.url(), e.getMessage());
            if (e.code().isOutage()) {
                outage = clock.instant();
                asked.remove(download.id());
                later.add(download.id());
            }
        }
    }

    private void describe(String id, MediaPreview preview) {
        var found = switch (preview) {
            case VideoMetadata video ->
                description(id, video.title(), video.uploader(), video.duration(), video.thumbnail());
            case PlaylistMetadata list -> description(id, list.title(), list.uploader(), null, list.thumbnail());
        };
        database.run(tx -> ledger.lock(tx, id).filter(WaitingTitles::isUntitled).ifPresent(_ -> {
            tx.store(DownloadStore.class).describe(found);
            ledger.tell(tx, id);
        }));
    }

    /// One that has begun meanwhile has told its title itself.
    private static boolean isUntitled(Download download) {
        return download.title() == null && WAITING.contains(download.status());
    }

    static DownloadStore.Description description(
            String id,
            @Nullable String title,
            @Nullable String uploader,
            @Nullable Long duration,
            @Nullable String thumbnail) {
        return new DownloadStore.Description(
                id,
                DownloadRow.shortened(title, DownloadRow.MAX_TITLE),
                DownloadRow.shortened(uploader, DownloadRow.MAX_UPLOADER),
                duration,
                thumbnail);
    }
}
