package io.medianest.server.download;

import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadKind;
import io.medianest.server.download.HouseholdLibrary.Found;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.job.JobHandler;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/// How finished downloads come into the library of the media server: soon after it was told to look, or not at all.
/// Thread-safe.
final class Arrivals {
    /// So long after its end a download is looked for.
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int GROWTH = 4;

    private final Database database;
    private final HouseholdLibrary library;
    private final Clock clock;

    Arrivals(Database database, HouseholdLibrary library, Clock clock) {
        this.database = database;
        this.library = library;
        this.clock = clock;
    }

    /// The files of a download, of a playlist those of its videos, in its order.
    List<Path> files(Download download) {
        var store = database.store(OutputStore.class);
        var outputs = download.kind() == DownloadKind.PLAYLIST
                ? store.outputsOf(download.id())
                : store.outputOf(download.id()).stream().toList();
        return outputs.stream().map(output -> Path.of(output.outputPath())).toList();
    }

    /// Where its files are, once none of them is waited for any more.
    ///
    /// @throws JobHandler.NotYet while there is hope
    Found settled(Download download, List<Path> files) {
        var found = library.look(files);
        if (!found.awaited().isEmpty()) {
            requirePatience(download);
        }
        return found;
    }

    /// Returns when there is no hope any more. Time counts in both directions, lest a clock that is set back has the
    /// library asked all the time.
    ///
    /// @throws JobHandler.NotYet before; the longer it takes, the more seldom it is looked
    void requirePatience(Download download) {
        var since = Objects.requireNonNullElse(download.completedAt(), download.updatedAt());
        var waited = Duration.between(since, clock.instant()).abs();
        if (waited.compareTo(PATIENCE) < 0) {
            throw new JobHandler.NotYet(pauseAfter(waited));
        }
    }

    static Duration pauseAfter(Duration waited) {
        var pause = waited.dividedBy(GROWTH);
        if (pause.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
