package io.medianest.server.request;

import io.medianest.model.request.MediaRequest;
import io.medianest.server.platform.db.Database;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Counts requests, in one query each time. A user id of null means everybody's. Thread-safe.
public final class RequestFigures {
    private final Database database;

    RequestFigures(Database database) {
        this.database = database;
    }

    /// @param recent made since a given time
    /// @param unsuccessful denied or failed
    /// @param approvalSeconds the mean time from the wish to the yes; 0 while there was none
    public record Totals(
            long total, long pending, long recent, long available, long unsuccessful, double approvalSeconds) {}

    /// @param since from when on requests are recent
    public Totals totals(@Nullable String userId, Instant since) {
        var filter = of(userId);
        return store().totals(filter.where(), filter.values(), since);
    }

    /// The requests that moved last, the latest first.
    public List<MediaRequest> lastMoved(@Nullable String userId, int limit) {
        var filter = of(userId);
        return database.store(RequestPageStore.class)
                .page(filter.where(), filter.values(), filter.sort().sql(), limit, 0);
    }

    private static RequestFilter of(@Nullable String userId) {
        return new RequestFilter(userId, null, null, null, RequestFilter.Sort.CHANGED);
    }

    private RequestFigureStore store() {
        return database.store(RequestFigureStore.class);
    }
}
