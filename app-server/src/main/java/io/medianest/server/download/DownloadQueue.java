package io.medianest.server.download;

import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadQueueState;
import io.medianest.server.platform.observe.Correlation;
import io.medianest.server.ytdlp.Leftovers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs what is due, as many at a time as may. Who waits, waits in the database. Thread-safe.
final class DownloadQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DownloadQueue.class);
    private static final Duration LONGEST_NAP = Duration.ofSeconds(30);
    private static final Duration CLOSE_DEADLINE = Duration.ofSeconds(15);

    private final Claims claims;
    private final DownloadRun.Parts parts;
    private final SpaceGuard space;
    private final LeftBehind leftBehind;
    private final Supplier<DownloadSettings> settings;
    private final Clock clock;
    private final Map<String, DownloadRun> running = new ConcurrentHashMap<>();
    private final ReentrantLock claiming = new ReentrantLock();
    private final Semaphore work = new Semaphore(0);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean closing;
    private volatile @Nullable Thread dispatcher;

    DownloadQueue(
            Claims claims,
            DownloadRun.Parts parts,
            SpaceGuard space,
            LeftBehind leftBehind,
            Supplier<DownloadSettings> settings,
            Clock clock) {
        this.claims = claims;
        this.parts = parts;
        this.space = space;
        this.leftBehind = leftBehind;
        this.settings = settings;
        this.clock = clock;
    }

    /// Begins to work, first on what an earlier run of the program left behind.
    void start() {
        takeBackOrphans();
        dispatcher = Thread.ofVirtual().name("downloads").start(this::dispatch);
    }

    /// Something may be due now.
    void wake() {
        work.release();
    }

    private void dispatch() {
        while (!closing) {
            try {
                if (!startOne()) {
                    nap();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("the queue of downloads cannot be read, trying again soon", e);
                rest();
            }
        }
    }

    private boolean startOne() {
        if (running.size() >= settings.get().concurrency()
                || space.problem().isPresent()
                || !parts.standstill().mayBegin()) {
            return false;
        }
        claiming.lock();
        try {
            if (closing) {
                return false;
            }
            var claimed = claims.next(settings.get().concurrency());
            claimed.ifPresent(this::begin);
            return claimed.isPresent();
        } finally {
            claiming.unlock();
        }
    }

    private void begin(Claims.Claim claim) {
        var id = claim.download().id();
        var run = new DownloadRun(claim.download(), parts);
        running.put(id, run);
        parts.standstill().begun(id);
        threads.execute(() -> Correlation.run(claim.correlationId(), () -> work(id, run)));
    }

    private void work(String id, DownloadRun run) {
        try {
            run.run();
        } finally {
            end(id, run);
        }
    }

    /// In one step to those who begin and who look for orphans, so that there is no second process on the
    /// same files.
    private void end(String id, DownloadRun run) {
        claiming.lock();
        try {
            running.remove(id, run);
            claims.release(id);
        } catch (RuntimeException e) {
            LOG.error("the end of {} could not be noted; its claim is taken back soon", id, e);
        } finally {
            claiming.unlock();
            parts.standstill().ended(id);
            wake();
        }
    }

    private void nap() throws InterruptedException {
        var nap = claims.nextDue()
                .map(due -> Duration.between(clock.instant(), due))
                .filter(time -> time.compareTo(LONGEST_NAP) < 0)
                .orElse(LONGEST_NAP);
        if (work.tryAcquire(Math.max(1, nap.toMillis()), TimeUnit.MILLISECONDS)) {
            work.drainPermits();
        }
    }

    private void rest() {
        try {
            if (work.tryAcquire(1, TimeUnit.SECONDS)) {
                work.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Looks after the disk, after those that do not get on any more, and after claims whose end could not be
    /// noted. To be called every few seconds.
    void tend() {
        running.values().stream()
                .flatMap(run -> run.home().stream())
                .distinct()
                .forEach(home -> space.problem(home).ifPresent(reason -> hold(home, reason)));
        AtOnce.each(running.values().stream().filter(DownloadRun::isStuck).toList(), DownloadRun::giveUp);
        stopWhatOthersStopped();
        takeBackOrphans();
        wake();
    }

    /// Somebody may have told another server that a download of ours is not to go on.
    private void stopWhatOthersStopped() {
        var ids = List.copyOf(running.keySet());
        stop(claims.putAside(ids), Leftovers.KEEP);
        stop(claims.givenUp(ids), Leftovers.DELETE);
    }

    /// Stops all that runs in a folder until there is room again; what has arrived is kept.
    private void hold(Path home, String reason) {
        var held = running.entrySet().stream()
                .filter(entry -> entry.getValue().home().filter(home::equals).isPresent())
                .map(Map.Entry::getKey)
                .toList();
        LOG.warn("{} downloads wait: {}", held.size(), reason);
        parts.outcomes().putBack(held, reason);
        stop(held, Leftovers.KEEP);
    }

    private void takeBackOrphans() {
        leftBehind.endProcesses();
        claiming.lock();
        try {
            var orphans = claims.orphans(running.keySet());
            if (!orphans.isEmpty()) {
                LOG.info("{} downloads broke off without a word; they go on", orphans.size());
                parts.outcomes().putBack(orphans, null);
            }
        } finally {
            claiming.unlock();
        }
    }

    /// Ends those of the given that run, all at once, and returns when their processes are gone.
    void stop(Collection<String> ids, Leftovers leftovers) {
        AtOnce.each(ids.stream().map(running::get).filter(Objects::nonNull).toList(), run -> run.stop(leftovers));
    }

    /// @throws io.medianest.server.platform.MediaNestException `INSUFFICIENT_STORAGE`
    void requireRoom() {
        space.requireRoom();
    }

    /// A download as it is this moment.
    Download live(Download stored) {
        return parts.progress().overlay(stored);
    }

    DownloadQueueState state() {
        return new DownloadQueueState(
                running.size(),
                settings.get().concurrency(),
                claims.waiting(),
                space.free(),
                space.problem().or(parts.standstill()::problem).orElse(null));
    }

    /// Somebody has changed how things are: what kept all from being loaded may be over.
    void lookAgain() {
        // First those who met it, lest the one try goes to somebody else.
        parts.outcomes().hurry(parts.standstill().suspects());
        parts.standstill().lookAgain();
        wake();
    }

    /// Ends all processes and puts their downloads back into the queue: they go on at the next start.
    @Override
    public void close() {
        closing = true;
        wake();
        try {
            joinDispatcher();
            // Under the lock, so that nothing begins meanwhile.
            claiming.lock();
            try {
                var held = List.copyOf(running.keySet());
                parts.outcomes().putBack(held, null);
                stop(held, Leftovers.KEEP);
            } finally {
                claiming.unlock();
            }
            threads.shutdown();
            if (!threads.awaitTermination(CLOSE_DEADLINE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("some downloads did not end in time; they go on at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void joinDispatcher() throws InterruptedException {
        var thread = dispatcher;
        if (thread != null) {
            thread.join(CLOSE_DEADLINE);
        }
    }
}
