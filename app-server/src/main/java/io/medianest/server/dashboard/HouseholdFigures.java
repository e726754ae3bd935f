package io.medianest.server.dashboard;

import io.medianest.model.download.Download;
import io.medianest.model.request.MediaRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Counts what the household does. Each answer is one query, however much there is to count; a user id of null means
/// everybody.
public interface HouseholdFigures {
    /// @param since from when on requests are recent
    Requests requests(@Nullable String userId, Instant since);

    /// @param since from when on downloads are recent
    Downloads downloads(@Nullable String userId, Instant since);

    /// Those that moved last, the latest first.
    List<MediaRequest> lastRequests(@Nullable String userId, int limit);

    /// Those that moved last, the latest first; without the videos of playlists.
    List<Download> lastDownloads(@Nullable String userId, int limit);

    /// Titles in the library.
    long librarySize();

    /// How many titles came into the library since then.
    long libraryAdded(Instant since);

    /// @param pending that wait for a decision
    /// @param recent that were made lately
    /// @param available that ended well
    /// @param unsuccessful that were denied or have failed
    /// @param approvalSeconds the mean time from the wish to the yes; 0 while there was none
    record Requests(long total, long pending, long recent, long available, long unsuccessful, double approvalSeconds) {}

    /// @param active that are loading or wait for their turn
    /// @param recent that were begun lately
    record Downloads(long active, long recent) {}
}
