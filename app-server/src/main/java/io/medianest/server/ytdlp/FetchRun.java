package io.medianest.server.ytdlp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One run of yt-dlp: listens to it, and brings home what it leaves.
final class FetchRun implements Fetch, FetchListener {
    private static final Logger LOG = LoggerFactory.getLogger(FetchRun.class);
    private static final int LONGEST_LINE = 64 * 1024;
    private static final int STOPPED_BY_FILTER = 101;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);
    private static final long ALMOST_FULL = 4L * 1024 * 1024;

    private final FetchOrder order;
    private final ChildProcess child;
    private final FetchListener listener;
    private final FetchReport report;
    private final Aftermath aftermath;
    private final FutureTask<FetchedFile> outcome = new FutureTask<>(this::run);
    private volatile @Nullable Leftovers stopped;

    /// What follows a run.
    ///
    /// @param well done first, when the file is there
    /// @param always done once, when the process is gone
    record Aftermath(Runnable well, Runnable always) {}

    FetchRun(FetchOrder order, ChildProcess child, FetchListener listener, Clock clock, Aftermath aftermath) {
        this.order = order;
        this.child = child;
        this.listener = listener;
        this.report = new FetchReport(order.address(), this, new ProgressMeter(clock));
        this.aftermath = aftermath;
    }

    FetchRun begin() {
        Thread.ofVirtual().name("fetch " + order.address().id()).start(outcome);
        return this;
    }

    @Override
    public long pid() {
        return child.pid();
    }

    @Override
    public FetchedFile await() throws InterruptedException {
        try {
            return outcome.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    @Override
    public void stop(Leftovers leftovers) {
        stopped = leftovers;
        child.end();
        waitForEnd();
        switch (leftovers) {
            case KEEP -> LOG.debug("{} keeps what it has", order.address().id());
            case DELETE -> Shelf.deleteAll(order.temp());
        }
    }

    private void waitForEnd() {
        try {
            outcome.get(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            LOG.debug("{} was stopped", order.address().id(), e);
        } catch (TimeoutException e) {
            LOG.warn(
                    "{} does not end; it is not waited for any longer",
                    order.address().id(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private FetchedFile run() throws InterruptedException {
        try {
            int code = listen();
            if (stopped != null) {
                throw new FetchStoppedException();
            }
            var file = finished(code);
            aftermath.well.run();
            return file;
        } catch (IOException e) {
            LOG.warn("{} broke off", order.address().canonicalUrl(), e);
            throw new FetchException(StderrWords.reason(String.valueOf(e.getMessage())));
        } finally {
            child.end();
            aftermath.always.run();
        }
    }

    /// @return the exit code
    private int listen() throws IOException, InterruptedException {
        try {
            return child.follow(LONGEST_LINE, report::hear);
        } catch (IOException e) {
            if (stopped == null) {
                throw e;
            }
            LOG.debug("its output ended with it", e);
            throw new FetchStoppedException();
        }
    }

    @Override
    public void found(FoundVideo video) {
        if (stopped == null) {
            listener.found(video);
        }
    }

    @Override
    public void progress(FetchProgress progress) {
        if (stopped == null) {
            listener.progress(progress);
        }
    }

    private FetchedFile finished(int code) throws IOException {
        var path = report.filePath();
        if (path == null || (code != 0 && !isWhole())) {
            throw failed(code);
        }
        var file = new Shelf(order).put(inside(path), report.video(), report.description());
        if (stopped == Leftovers.DELETE) {
            Shelf.forget(file);
            throw new FetchStoppedException();
        }
        listener.progress(report.done(file.size()));
        return file;
    }

    /// Where SponsorBlock cannot be asked, yt-dlp says that it has failed, and loads the video all the same.
    private boolean isWhole() {
        boolean whole = StderrWords.reason(child.errors()) == FetchFailure.SPONSORBLOCK;
        if (whole) {
            LOG.info("{} comes with its advertising: {}", order.address().canonicalUrl(), child.errors());
        }
        return whole;
    }

    private FetchException failed(int code) {
        var words = child.errors();
        LOG.info("{} ended with {}: {}", order.address().canonicalUrl(), code, words);
        if (code == STOPPED_BY_FILTER) {
            return new FetchException(FetchFailure.LIVE);
        }
        var reason = StderrWords.reason(words);
        if (reason == FetchFailure.UNKNOWN && order.temp().toFile().getUsableSpace() < ALMOST_FULL) {
            // ffmpeg says no more than that it failed.
            return new FetchException(FetchFailure.DISK_FULL);
        }
        return new FetchException(reason);
    }

    /// Says where the file is, if it is where it should be: an exit code of zero alone does not mean a file.
    private Path inside(String path) throws IOException {
        try {
            var directory = order.temp().toRealPath();
            var file = directory.resolve(path).toRealPath();
            if (file.startsWith(directory) && Files.isRegularFile(file) && Files.size(file) > 0) {
                return file;
            }
            LOG.warn("{} is no file of {}", path, directory);
        } catch (InvalidPathException | NoSuchFileException e) {
            LOG.warn("{} is no file", path, e);
        }
        throw new FetchException(FetchFailure.UNKNOWN);
    }
}
