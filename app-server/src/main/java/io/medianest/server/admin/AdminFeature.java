package io.medianest.server.admin;

import io.medianest.server.platform.cache.LocalCache;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.http.Routes;
import io.medianest.server.platform.job.FailedWork;
import io.medianest.server.platform.job.JobQueue;
import io.medianest.server.platform.observe.Metrics;
import io.medianest.server.platform.resilience.Guards;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/// What the keeper of a server needs, as a whole: what the rest of the program sees of this package.
public final class AdminFeature {
    private final Parts parts;
    private final Metrics metrics;
    private final StatsSources sources;
    private final Directories directories;
    private final Clock clock;

    public AdminFeature(Parts parts, Metrics metrics, StatsSources sources, Directories directories, Clock clock) {
        this.parts = parts;
        this.metrics = metrics;
        this.sources = sources;
        this.directories = directories;
        this.clock = clock;
    }

    /// The parts of the server that are looked after.
    ///
    /// @param downloads that have failed; they have a queue of their own
    public record Parts(Database database, JobQueue jobs, LocalCache cache, Guards guards, FailedWork downloads) {
        void showIn(Meters meters) {
            meters.show(database);
            meters.show(jobs);
            meters.show(cache);
            meters.show(guards);
            meters.showCalls(guards);
        }
    }

    /// Where things lie.
    ///
    /// @param data where the server keeps its own
    /// @param downloads where videos go, asked each time
    public record Directories(Path data, Supplier<Path> downloads) {}

    /// To be called once, when all kinds of jobs are known.
    ///
    /// @param version of the program
    public List<Routes> routes(String version, Instant startedAt) {
        var meters = new Meters(metrics);
        parts.showIn(meters);
        var failed = new DeadLetterBox(List.of(parts.jobs.deadLetters(), parts.downloads));
        meters.show(failed);
        meters.show(sources);
        var server = new ServerStats.Server(version, startedAt, directories.data, directories.downloads);
        var stats = new ServerStats(server, sources, failed, parts, clock);
        return List.of(
                new BreakerRoutes(parts.guards),
                new CacheRoutes(parts.cache),
                new DeadLetterRoutes(failed),
                new MetricsRoutes(metrics),
                new ServerRoutes(stats, new Backups(parts.database, directories.data, clock)));
    }
}
