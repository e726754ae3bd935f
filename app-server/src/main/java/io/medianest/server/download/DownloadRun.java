package io.medianest.server.download;

import io.medianest.model.download.Download;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.ytdlp.Fetch;
import io.medianest.server.ytdlp.FetchException;
import io.medianest.server.ytdlp.FetchListener;
import io.medianest.server.ytdlp.FetchOrder;
import io.medianest.server.ytdlp.FetchProgress;
import io.medianest.server.ytdlp.FetchStoppedException;
import io.medianest.server.ytdlp.FoundVideo;
import io.medianest.server.ytdlp.Leftovers;
import io.medianest.server.ytdlp.Selection;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One attempt at a download: a process from its start to its end. Runs once; may be stopped from any thread.
final class DownloadRun implements FetchListener {
    private static final Logger LOG = LoggerFactory.getLogger(DownloadRun.class);
    private static final String BROKE_OFF = "The download broke off. The log says more.";

    private final Parts parts;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Download download;
    private @Nullable Fetch fetch;
    private @Nullable Leftovers stopped;

    /// What every run needs.
    record Parts(
            Fetcher fetcher,
            DownloadFiles files,
            DownloadOutcomes outcomes,
            DownloadLedger ledger,
            LiveProgress progress,
            LeftBehind leftBehind,
            Supplier<DownloadSettings> settings) {}

    DownloadRun(Download download, Parts parts) {
        this.download = download;
        this.parts = parts;
    }

    /// Loads the video and notes what came of it. Returns when its process is gone.
    void run() {
        var id = download.id();
        try {
            if (parts.outcomes.isWanted(id)) {
                var file = begin().await();
                parts.outcomes.finished(id, file);
            }
        } catch (FetchStoppedException e) {
            LOG.debug("{} was stopped", id);
        } catch (FetchException e) {
            failed(e.reason().passes(), e);
        } catch (MediaNestException e) {
            failed(e.code().isOutage(), e);
        } catch (IOException | RuntimeException e) {
            LOG.error("the download {} broke off", id, e);
            parts.outcomes.failed(id, true, BROKE_OFF);
        } catch (InterruptedException e) {
            // The claim stays, and is taken back at the next start.
            Thread.currentThread().interrupt();
        } finally {
            parts.progress.forget(id);
            if (isToBeForgotten()) {
                parts.files.deleteIncomplete(id);
            }
        }
    }

    private void failed(boolean passes, RuntimeException failure) {
        LOG.warn("the download {} failed: {}", download.id(), failure.getMessage());
        parts.outcomes.failed(download.id(), passes, String.valueOf(failure.getMessage()));
    }

    private Fetch begin() {
        var begun = parts.fetcher.start(order(), this);
        parts.leftBehind.noteProcesses();
        @Nullable Leftovers already;
        lock.lock();
        try {
            fetch = begun;
            already = stopped;
        } finally {
            lock.unlock();
        }
        if (already != null) {
            begun.stop(already);
        }
        return begun;
    }

    private FetchOrder order() {
        var settings = parts.settings.get();
        return new FetchOrder(
                parts.fetcher.address(download.url()),
                new Selection(download.quality(), download.format()),
                parts.files.finished(download.id()),
                parts.files.parts(download.id()),
                settings.layout(),
                settings.extras(),
                null);
    }

    /// Ends the process, and returns when it is gone. What it was doing is not noted: whoever stops it has
    /// done that.
    void stop(Leftovers leftovers) {
        @Nullable Fetch running;
        lock.lock();
        try {
            stopped = leftovers;
            running = fetch;
        } finally {
            lock.unlock();
        }
        if (running != null) {
            running.stop(leftovers);
        }
    }

    private boolean isToBeForgotten() {
        lock.lock();
        try {
            return stopped == Leftovers.DELETE;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void found(FoundVideo video) {
        parts.outcomes.found(download.id(), video).ifPresent(known -> download = known);
    }

    @Override
    public void progress(FetchProgress progress) {
        if (parts.progress.heard(download.id(), progress)) {
            parts.ledger.progressed(parts.progress.overlay(download));
        }
    }
}
