package io.medianest.server.ytdlp;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.medianest.server.platform.json.Fields;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One run of yt-dlp: listens to it, and brings home what it leaves.
final class FetchRun implements Fetch {
    private static final Logger LOG = LoggerFactory.getLogger(FetchRun.class);
    private static final int LONGEST_LINE = 64 * 1024;
    private static final int STOPPED_BY_FILTER = 101;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);
    private static final long ALMOST_FULL = 4L * 1024 * 1024;

    private final FetchOrder order;
    private final ChildProcess child;
    private final FetchListener listener;
    private final ProgressMeter meter;
    private final Aftermath aftermath;
    private final FutureTask<FetchedFile> outcome = new FutureTask<>(this::run);
    private volatile @Nullable Leftovers stopped;
    private @Nullable FoundVideo video;
    private @Nullable String description;
    private @Nullable Fields announced;
    private @Nullable String filePath;

    /// What follows a run.
    ///
    /// @param well done first, when the file is there
    /// @param always done once, when the process is gone
    record Aftermath(Runnable well, Runnable always) {}

    FetchRun(FetchOrder order, ChildProcess child, FetchListener listener, Clock clock, Aftermath aftermath) {
        this.order = order;
        this.child = child;
        this.listener = listener;
        this.meter = new ProgressMeter(clock);
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
            listen();
            int code = child.await();
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

    private void listen() throws IOException {
        try (var output = child.output()) {
            var lines = new Lines(output, LONGEST_LINE);
            for (var line = lines.next(); line != null; line = lines.next()) {
                hear(line);
            }
        } catch (IOException e) {
            if (stopped == null) {
                throw e;
            }
            LOG.debug("its output ended with it", e);
        }
    }

    private void hear(String line) {
        if (line.startsWith(YtDlpCommand.PROGRESS)) {
            progressed(json(line, YtDlpCommand.PROGRESS));
        } else if (line.startsWith(YtDlpCommand.FOUND)) {
            found(json(line, YtDlpCommand.FOUND));
        } else if (line.startsWith(YtDlpCommand.STREAMS)) {
            planned(json(line, YtDlpCommand.STREAMS));
        } else if (line.startsWith(YtDlpCommand.FILE)) {
            filePath = json(line, YtDlpCommand.FILE).node().asText("");
        }
    }

    /// What cannot be read says nothing: a title that breaks a line must not cost the download.
    private static Fields json(String line, String marker) {
        try {
            return Fields.parse(line.substring(marker.length()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.debug("not understood: {}", line, e);
            return new Fields(MissingNode.getInstance());
        }
    }

    private void found(Fields json) {
        announced = json;
        video = PreviewReader.found(json, order.address());
        description = json.text("description");
        meter.plan(List.of(), size(json));
        if (stopped == null) {
            listener.found(video);
        }
    }

    private void planned(Fields json) {
        if (announced != null) {
            meter.plan(json.elements(), size(announced));
        }
    }

    private static @Nullable Long size(Fields json) {
        var exact = json.whole("filesize");
        return exact == null ? json.whole("filesize_approx") : exact;
    }

    /// Before it is said what comes, pictures and subtitles are loaded.
    private void progressed(Fields line) {
        if (announced == null) {
            return;
        }
        var progress = meter.update(line);
        if (stopped == null) {
            progress.ifPresent(listener::progress);
        }
    }

    private FetchedFile finished(int code) throws IOException {
        var path = filePath;
        if (path == null || (code != 0 && !isWhole())) {
            throw failed(code);
        }
        var found = video == null ? PreviewReader.found(json("", ""), order.address()) : video;
        var shelf = new Shelf(order);
        var file = shelf.put(inside(path), found, description);
        if (stopped == Leftovers.DELETE) {
            Shelf.forget(file);
            throw new FetchStoppedException();
        }
        listener.progress(meter.done(file.size()));
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
