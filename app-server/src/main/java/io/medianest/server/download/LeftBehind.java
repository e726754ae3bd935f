package io.medianest.server.download;

import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadStatus;
import io.medianest.server.platform.db.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the program leaves behind when it is killed: processes that go on without it, on files that the next
/// ones need, and unfinished files that nobody goes on with. Thread-safe.
final class LeftBehind {
    private static final Logger LOG = LoggerFactory.getLogger(LeftBehind.class);
    private static final Duration CLOCK_PRECISION = Duration.ofSeconds(2);
    private static final Pattern LINE = Pattern.compile("\\d{1,18} \\d{1,18}");
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final Database database;
    private final DownloadFiles files;
    private final ReentrantLock lock = new ReentrantLock();

    LeftBehind(Database database, DownloadFiles files) {
        this.database = database;
        this.files = files;
    }

    /// Writes down which processes there are now, so that the next start finds them if this one ends without
    /// a word.
    void noteProcesses() {
        lock.lock();
        try {
            var lines =
                    ProcessHandle.current().children().flatMap(LeftBehind::line).toList();
            Files.createDirectories(list().getParent());
            Files.write(list(), lines);
        } catch (IOException e) {
            LOG.warn("the processes of downloads cannot be written down", e);
        } finally {
            lock.unlock();
        }
    }

    private Path list() {
        return files.incomplete("processes");
    }

    private static Stream<String> line(ProcessHandle process) {
        return process.info().startInstant().stream().map(begun -> process.pid() + " " + begun.toEpochMilli());
    }

    /// Ends the processes and removes the files of an earlier run of the program. To be called before any
    /// download begins.
    void remove() {
        processes().forEach(LeftBehind::end);
        var store = database.store(DownloadStore.class);
        for (var id : files.incomplete()) {
            if (store.find(id).filter(LeftBehind::mayGoOn).isEmpty()) {
                files.deleteIncomplete(id);
            }
        }
    }

    private static boolean mayGoOn(Download download) {
        return download.status().isOpen() || download.status() == DownloadStatus.FAILED;
    }

    private List<ProcessHandle> processes() {
        try {
            return Files.exists(list())
                    ? Files.readAllLines(list()).stream()
                            .filter(line -> LINE.matcher(line).matches())
                            .flatMap(LeftBehind::process)
                            .toList()
                    : List.of();
        } catch (IOException e) {
            LOG.warn("the processes of an earlier run are not known", e);
            return List.of();
        }
    }

    /// The process of a line, if it is still the same: its number may have been given to another since.
    private static Stream<ProcessHandle> process(String line) {
        var words = line.split(" ", 2);
        var begun = Instant.ofEpochMilli(Long.parseLong(words[1]));
        return ProcessHandle.of(Long.parseLong(words[0])).stream()
                .filter(process -> process.info()
                        .startInstant()
                        .filter(at -> Duration.between(at, begun).abs().compareTo(CLOCK_PRECISION) < 0)
                        .isPresent());
    }

    private static void end(ProcessHandle process) {
        LOG.info("process {} of an earlier run is ended", process.pid());
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.onExit().get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("process {} does not end", process.pid(), e);
        }
    }
}
