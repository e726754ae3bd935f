package io.medianest.server.download;

import io.medianest.server.download.Downloads.Surroundings;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.event.EventBus;
import io.medianest.server.platform.http.Routes;
import io.medianest.server.platform.job.FailedWork;
import io.medianest.server.platform.job.JobQueue;
import io.medianest.server.platform.job.Schedule;
import io.medianest.server.platform.security.RateLimits;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/// Downloads as a whole: what the rest of the program sees of this package.
public final class DownloadFeature implements AutoCloseable {
    private static final Duration OFTEN = Duration.ofSeconds(3);

    private final Downloads downloads;
    private final DownloadFigures figures;
    private final DownloadControl control;
    private final DownloadOrder order;
    private final FailedDownloads failed;
    private final DownloadQueue queue;
    private final ProgressSaver saver;
    private final WaitingTitles titles;
    private final LeftBehind leftBehind;
    private final Workplaces workplaces;
    private final Fetcher fetcher;
    private final DownloadPictures pictures;
    private final AfterDownload after;

    /// @param database with the tables of downloads and users
    /// @param settings asked at each use, so that a change works at once
    public DownloadFeature(
            Database database,
            JobQueue jobs,
            EventBus events,
            RateLimits limits,
            Surroundings around,
            Supplier<DownloadSettings> settings,
            Clock clock) {
        fetcher = around.fetcher();
        pictures = new DownloadPictures(around.pictures(), database);
        var ledger = new DownloadLedger(events, clock);
        var files = new DownloadFiles(settings);
        var space = new SpaceGuard(around.disk(), settings);
        workplaces = new Workplaces(database, space, settings);
        var progress = new LiveProgress(ledger);
        var outcomes = new DownloadOutcomes(database, ledger, files, jobs, clock);
        leftBehind = new LeftBehind(database, jobs.node(), workplaces);
        queue = new DownloadQueue(
                new Claims(database, jobs.node(), ledger, clock),
                new DownloadRun.Parts(
                        fetcher, workplaces, outcomes, progress, new Standstill(clock), settings, around.nanoTime()),
                space,
                leftBehind,
                settings,
                clock);
        downloads = new Downloads(database, ledger, jobs, around, limits, queue, clock);
        figures = new DownloadFigures(database);
        control = new DownloadControl(
                database, ledger, jobs, queue, around.consent(), new DownloadControl.Storage(workplaces, files));
        failed = new FailedDownloads(database, ledger, queue, workplaces);
        order = new DownloadOrder(database, ledger);
        saver = new ProgressSaver(database, ledger, progress);
        titles = new WaitingTitles(database, ledger, fetcher, clock);
        jobs.register(new PlaylistExpansion(database, ledger, fetcher, queue, limits, clock));
        var arrivals = new Arrivals(database, around.library(), clock);
        jobs.register(new ScanLibrary(database, around.library()));
        jobs.register(new AnnounceDownload(database, arrivals, around.messenger()));
        jobs.register(new CollectPlaylist(database, arrivals, around.library(), settings));
        after = new AfterDownload(jobs);
    }

    public Downloads downloads() {
        return downloads;
    }

    public DownloadFigures figures() {
        return figures;
    }

    /// What could not be loaded, and waits for an admin to decide about it.
    public FailedWork failed() {
        return failed;
    }

    /// What has done what follows the end of a download; to be told of everything that happens.
    public EventBus.Witness witness() {
        return after;
    }

    DownloadControl control() {
        return control;
    }

    DownloadOrder order() {
        return order;
    }

    DownloadQueue queue() {
        return queue;
    }

    LeftBehind leftBehind() {
        return leftBehind;
    }

    Workplaces workplaces() {
        return workplaces;
    }

    ProgressSaver saver() {
        return saver;
    }

    WaitingTitles titles() {
        return titles;
    }

    public Routes routes() {
        return new DownloadRoutes(fetcher, downloads, control, order, pictures);
    }

    /// Begins to load what waits.
    public void start(Schedule schedule) {
        leftBehind.remove();
        fetcher.tidy();
        queue.start();
        schedule.every("progress of downloads", OFTEN, saver::save);
        schedule.every("care for downloads", OFTEN, queue::tend);
        schedule.every("titles of waiting downloads", OFTEN, titles::next);
    }

    /// What kept all downloads from being loaded may be over: a setting was changed.
    public void lookAgain() {
        queue.lookAgain();
    }

    /// Ends what a person has on its way who was suspended or is gone. Returns before its processes have
    /// ended.
    public void lockOut(String userId) {
        control.lockOut(userId);
    }

    /// Ends all processes; what they were at goes on at the next start.
    @Override
    public void close() {
        queue.close();
    }
}
