package io.medianest.model.dashboard;

import java.util.List;

/// Numbers of a person's own doings, or of everybody's for an admin.
///
/// @param recentActivity what moved last, the latest first
public record DashboardStats(Summary summary, List<Activity> recentActivity, QuickStats quickStats) {

    /// How things are now.
    ///
    /// @param activeDownloads that are loading or wait for their turn
    /// @param librarySize titles in the library, the same for everybody
    /// @param libraryThisWeek those of them that came in the last seven days
    public record Summary(
            long totalRequests, long pendingRequests, long activeDownloads, long librarySize, long libraryThisWeek) {}

    /// How things go.
    ///
    /// @param requestsThisWeek made in the last seven days
    /// @param downloadsThisWeek begun in the last seven days
    /// @param averageApprovalTime seconds from the wish to the yes; 0 while there was none
    /// @param successRate of the requests that came to an end, the share that is in the library now,
    ///     0 to 1; 0 while none has ended
    public record QuickStats(
            long requestsThisWeek, long downloadsThisWeek, double averageApprovalTime, double successRate) {}
}
