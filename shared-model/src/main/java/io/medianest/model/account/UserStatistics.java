package io.medianest.model.account;

/// Counts for a person's page.
public record UserStatistics(long totalRequests, long approvedRequests, long downloadsCount) {
    public static final UserStatistics NONE = new UserStatistics(0, 0, 0);
}
