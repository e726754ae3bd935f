package io.medianest.server.download;

import io.medianest.model.download.Download;
import io.medianest.server.platform.db.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Counts downloads, in one query each time. A user id of null means everybody's. What is part of a playlist
/// counts with the playlist. Thread-safe.
public final class DownloadFigures {
    private static final String LAST_MOVED = "d.updated_at DESC, d.id DESC";

    private final Database database;

    DownloadFigures(Database database) {
        this.database = database;
    }

    /// @param active that may still become files
    /// @param recent asked for since a given time
    public record Totals(long active, long recent) {}

    /// @param since from when on downloads are recent
    public Totals totals(@Nullable String userId, Instant since) {
        var filter = of(userId);
        return store().totals(filter.where(), filter.values(), since);
    }

    /// The downloads that moved last, the latest first.
    public List<Download> lastMoved(@Nullable String userId, int limit) {
        var filter = of(userId);
        return store().page(filter.where(), filter.values(), LAST_MOVED, limit, 0);
    }

    /// How many videos there are, by the name of their status.
    public Map<String, Long> countsByStatus() {
        return store().countsByStatus();
    }

    /// For how long the video that has waited longest for its turn could have run.
    public Duration waiting(Instant now) {
        var since = store().waitingSince(now);
        return since == null ? Duration.ZERO : Duration.between(since, now);
    }

    private static DownloadFilter of(@Nullable String userId) {
        return new DownloadFilter(userId, Set.of(), null);
    }

    private DownloadStore store() {
        return database.store(DownloadStore.class);
    }
}
