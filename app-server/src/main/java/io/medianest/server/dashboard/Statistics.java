package io.medianest.server.dashboard;

import io.medianest.model.dashboard.Activity;
import io.medianest.model.dashboard.DashboardStats;
import io.medianest.model.dashboard.DashboardStats.QuickStats;
import io.medianest.model.dashboard.DashboardStats.Summary;
import io.medianest.model.download.Download;
import io.medianest.model.request.MediaRequest;
import io.medianest.server.dashboard.HouseholdFigures.Requests;
import io.medianest.server.platform.security.Caller;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The household at a glance: people see their own doings, admins everybody's. Thread-safe.
public final class Statistics {
    private static final int ACTIVITIES = 10;
    private static final Duration WEEK = Duration.ofDays(7);

    private final HouseholdFigures figures;
    private final Clock clock;

    public Statistics(HouseholdFigures figures, Clock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    /// Always the same six queries.
    DashboardStats of(Caller caller) {
        var whose = caller.isAdmin() ? null : caller.userId();
        var weekAgo = clock.instant().minus(WEEK);
        var requests = figures.requests(whose, weekAgo);
        var downloads = figures.downloads(whose, weekAgo);
        return new DashboardStats(
                new Summary(
                        requests.total(),
                        requests.pending(),
                        downloads.active(),
                        figures.librarySize(),
                        figures.libraryAdded(weekAgo)),
                lately(whose),
                new QuickStats(
                        requests.recent(), downloads.recent(), requests.approvalSeconds(), successRate(requests)));
    }

    private static double successRate(Requests requests) {
        long ended = requests.available() + requests.unsuccessful();
        return ended == 0 ? 0 : (double) requests.available() / ended;
    }

    private List<Activity> lately(@Nullable String whose) {
        var requests = figures.lastRequests(whose, ACTIVITIES).stream().map(Statistics::activity);
        var downloads = figures.lastDownloads(whose, ACTIVITIES).stream().map(Statistics::activity);
        return Stream.concat(requests, downloads)
                .sorted(Comparator.comparing(Activity::timestamp).reversed())
                .limit(ACTIVITIES)
                .toList();
    }

    private static Activity activity(MediaRequest request) {
        return new Activity(
                "request",
                request.id(),
                request.title(),
                request.status().wireName(),
                request.updatedAt(),
                request.username(),
                "/api/v1/media/requests/" + request.id());
    }

    private static Activity activity(Download download) {
        return new Activity(
                "download",
                download.id(),
                download.title() == null ? download.url() : download.title(),
                download.status().wireName(),
                download.updatedAt(),
                download.username(),
                "/api/v1/youtube/downloads/" + download.id());
    }
}
