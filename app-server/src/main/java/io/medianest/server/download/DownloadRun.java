package io.medianest.server.download;

import io.medianest.model.download.Download;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.ytdlp.Extra;
import io.medianest.server.ytdlp.Extras;
import io.medianest.server.ytdlp.Fetch;
import io.medianest.server.ytdlp.FetchException;
import io.medianest.server.ytdlp.FetchFailure;
import io.medianest.server.ytdlp.FetchListener;
import io.medianest.server.ytdlp.FetchOrder;
import io.medianest.server.ytdlp.FetchProgress;
import io.medianest.server.ytdlp.FetchStoppedException;
import io.medianest.server.ytdlp.FetchedFile;
import io.medianest.server.ytdlp.FoundVideo;
import io.medianest.server.ytdlp.Leftovers;
import io.medianest.server.ytdlp.Selection;
import io.medianest.server.ytdlp.StderrWords;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One attempt at a download: a process from its start to its end. Runs once; may be stopped from any thread.
final class DownloadRun implements FetchListener {
    private static final Logger LOG = LoggerFactory.getLogger(DownloadRun.class);
    private static final String BROKE_OFF = "The download broke off. The log says more.";
    private static final String STUCK = "Nothing has arrived for a long time. It is tried again.";
    /// While it loads.
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);
    /// While the finished streams are joined, tagged and moved.
    private static final Duration LONGEST_FINISHING = Duration.ofMinutes(30);
    /// Between two looks at a full disk that others do not wait for.
    static final Duration ROOM_PAUSE = Duration.ofMinutes(1);
    private static final double LOADED = 99;

    private final Parts parts;
    private final Growth growth;
    private final RunProcess process = new RunProcess();
    private volatile Download download;
    private volatile @Nullable Workplace workplace;
    private volatile boolean finishing;
    private volatile boolean stuck;

    /// What every run needs.
    ///
    /// @param nanoTime a clock that nobody sets, as [System#nanoTime()]
    record Parts(
            Fetcher fetcher,
            Workplaces workplaces,
            DownloadOutcomes outcomes,
            LiveProgress progress,
            Standstill standstill,
            Supplier<DownloadSettings> settings,
            LongSupplier nanoTime) {}

    DownloadRun(Download download, Parts parts) {
        this.download = download;
        this.parts = parts;
        this.growth = new Growth(parts.nanoTime);
    }

    /// Loads the video and notes what came of it. Returns when its process is gone.
    void run() {
        try {
            load();
        } catch (FetchStoppedException e) {
            LOG.debug("{} was stopped", download.id());
            if (stuck) {
                parts.outcomes.failed(download.id(), true, STUCK);
            }
        } catch (FetchException e) {
            failed(e);
        } catch (MediaNestException e) {
            failed(e.code().isOutage(), e);
        } catch (IOException e) {
            LOG.warn("the file of {} cannot be put to its place", download.id(), e);
            failed(StderrWords.failure(e));
        } catch (RuntimeException e) {
            LOG.error("the download {} broke off", download.id(), e);
            parts.outcomes.failed(download.id(), true, BROKE_OFF);
        } catch (InterruptedException e) {
            // The claim stays, and is taken back at the next start.
            Thread.currentThread().interrupt();
        } finally {
            parts.progress.forget(download.id());
            if (process.stopped() == Leftovers.DELETE) {
                deleteParts();
            }
            process.end();
        }
    }

    private void load() throws IOException, InterruptedException {
        if (process.stopped() != null || !parts.outcomes.isWanted(download.id())) {
            return;
        }
        var at = parts.workplaces.open(download.id());
        workplace = at;
        var left = Delivery.left(at);
        if (left.isEmpty() && waitsForRoom(at)) {
            return;
        }
        var delivery =
                left.isPresent() ? left.get() : Delivery.of(at, fetched(at)).noted(at);
        parts.outcomes.finished(at, delivery);
        parts.standstill.passed(download.id());
    }

    /// Advertising that nobody can point to now is no reason to go without the video.
    private FetchedFile fetched(Workplace at) throws InterruptedException {
        var extras = parts.settings.get().extras();
        try {
            return begin(at, extras).await();
        } catch (FetchException e) {
            if (e.reason() != FetchFailure.SPONSORBLOCK || process.stopped() != null) {
                throw e;
            }
            LOG.warn("{} is loaded with its advertising: {}", download.url(), e.getMessage());
            return begin(at, extras.without(Extra.SPONSORBLOCK)).await();
        }
    }

    /// It may go on in another folder than those that begin now, whose disk has room.
    private boolean waitsForRoom(Workplace at) {
        var problem = parts.workplaces.problem(at.home());
        problem.ifPresent(sentence -> parts.outcomes.waits(download.id(), sentence, ROOM_PAUSE));
        return problem.isPresent();
    }

    private void failed(FetchException failure) {
        if (failure.reason().concernsAll()) {
            var sentence = String.valueOf(failure.getMessage());
            var longest = failure.reason().isInTheHouse() ? Standstill.PAUSE : Standstill.LONGEST_PAUSE;
            if (parts.standstill.met(download.id(), sentence, longest)) {
                LOG.warn("all downloads wait: {}", sentence);
                parts.outcomes.waits(download.id(), sentence, parts.standstill.longPause());
                return;
            }
        }
        failed(failure.reason().passes(), failure);
    }

    private void failed(boolean passes, RuntimeException failure) {
        LOG.warn("the download {} failed: {}", download.id(), failure.getMessage());
        parts.outcomes.failed(download.id(), passes, String.valueOf(failure.getMessage()));
        if (!passes) {
            deleteParts();
        }
    }

    private void deleteParts() {
        var at = workplace;
        if (at != null) {
            at.delete();
        }
    }

    private Fetch begin(Workplace at, Extras extras) {
        var begun = parts.fetcher.start(order(at, extras), this);
        if (process.begun(begun)) {
            note(begun);
        }
        return begun;
    }

    /// A process that nobody could find after a crash does not go on.
    private void note(Fetch begun) {
        try {
            parts.outcomes.runs(download.id(), begun);
        } catch (RuntimeException e) {
            begun.stop(Leftovers.KEEP);
            throw e;
        }
    }

    private FetchOrder order(Workplace at, Extras extras) {
        return new FetchOrder(
                parts.fetcher.address(download.url()),
                new Selection(download.quality(), download.format()),
                at.finished(),
                at.parts(),
                parts.settings.get().layout(),
                extras,
                null);
    }

    /// The folder that it loads into; empty before it begins.
    Optional<Path> home() {
        return Optional.ofNullable(workplace).map(Workplace::home);
    }

    /// Whether nothing grows any more, for so long that nothing will.
    boolean isStuck() {
        var at = workplace;
        return at != null
                && !stuck
                && growth.standing(at.size()).compareTo(finishing ? LONGEST_FINISHING : LONGEST_SILENCE) >= 0;
    }

    /// Stops it because it is stuck: a failure that can pass.
    void giveUp() {
        LOG.warn("nothing arrives of {}", download.url());
        stuck = true;
        stop(Leftovers.KEEP);
    }

    /// Ends the process, and returns when all is over. What it was doing is not noted: whoever stops it has
    /// done that.
    void stop(Leftovers leftovers) {
        process.stop(leftovers, download.id());
    }

    @Override
    public void found(FoundVideo video) {
        parts.outcomes.found(download.id(), video).ifPresent(known -> download = known);
    }

    @Override
    public void progress(FetchProgress progress) {
        finishing = progress.percent() >= LOADED;
        parts.standstill.passed(download.id());
        parts.progress.heard(download, progress);
    }
}
