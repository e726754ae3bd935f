package io.medianest.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.account.Role;
import io.medianest.model.dashboard.Activity;
import io.medianest.model.dashboard.DashboardStats;
import io.medianest.model.dashboard.DashboardStats.QuickStats;
import io.medianest.model.dashboard.DashboardStats.Summary;
import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadFormat;
import io.medianest.model.download.DownloadKind;
import io.medianest.model.download.DownloadQuality;
import io.medianest.model.download.DownloadStatus;
import io.medianest.model.media.MediaType;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.Quality;
import io.medianest.model.request.RequestStage;
import io.medianest.model.request.RequestStatus;
import io.medianest.server.platform.MovableClock;
import io.medianest.server.platform.security.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    private static final Caller ANN = new Caller("usr_ann", "Ann", Role.USER, null, null, Caller.Credential.BEARER);
    private static final Caller ADA = new Caller("usr_ada", "Ada", Role.ADMIN, null, null, Caller.Credential.BEARER);

    private final MovableClock clock = new MovableClock();
    private final Counted figures = new Counted();
    private final Statistics statistics = new Statistics(figures, clock);

    @Test
    @DisplayName("people see their own numbers, admins everybody's, of the last seven days")
    void whose() {
        figures.requests = new HouseholdFigures.Requests(12, 3, 4, 6, 2, 90.5);
        figures.downloads = new HouseholdFigures.Downloads(2, 5);

        assertThat(statistics.of(ANN))
                .isEqualTo(new DashboardStats(
                        new Summary(12, 3, 2, 1234, 12), List.of(), new QuickStats(4, 5, 90.5, 0.75)));
        var week = clock.instant().minus(Duration.ofDays(7)).toString();
        assertThat(figures.asked)
                .containsExactlyInAnyOrder(
                        "requests of usr_ann since " + week,
                        "downloads of usr_ann since " + week,
                        "last requests of usr_ann",
                        "last downloads of usr_ann",
                        "library",
                        "library since " + week);

        figures.asked.clear();
        statistics.of(ADA);
        assertThat(figures.asked).hasSize(6).contains("requests of null since " + week, "last downloads of null");
    }

    @Test
    @DisplayName("nothing done yet is no failure and no division by zero")
    void nothing() {
        assertThat(statistics.of(ANN).quickStats()).isEqualTo(new QuickStats(0, 0, 0, 0));
    }

    @Test
    @DisplayName("what moved last comes first, requests and downloads together, ten in all")
    void activity() {
        var now = clock.instant();
        figures.lastRequests = IntStream.range(0, 10)
                .mapToObj(i -> request("req_" + i, now.minusSeconds(20L * i)))
                .toList();
        figures.lastDownloads = IntStream.range(0, 10)
                .mapToObj(i -> download("dl_" + i, i == 0 ? null : "Video " + i, now.minusSeconds(20L * i + 10)))
                .toList();

        var activity = statistics.of(ADA).recentActivity();

        assertThat(activity)
                .extracting(Activity::id)
                .containsExactly("req_0", "dl_0", "req_1", "dl_1", "req_2", "dl_2", "req_3", "dl_3", "req_4", "dl_4");
        assertThat(activity.getFirst())
                .isEqualTo(new Activity(
                        "request", "req_0", "Heat", "approved", now, "Ann", "/api/v1/media/requests/req_0"));
        assertThat(activity.get(1))
                .isEqualTo(new Activity(
                        "download",
                        "dl_0",
                        "https://youtu.be/1",
                        "completed",
                        now.minusSeconds(10),
                        "Ann",
                        "/api/v1/youtube/downloads/dl_0"));
    }

    private static MediaRequest request(String id, Instant moved) {
        return new MediaRequest(
                id,
                "949",
                MediaType.MOVIE,
                "Heat",
                1995,
                null,
                RequestStatus.APPROVED,
                RequestStage.SUBMITTED,
                Quality.FULL_HD,
                null,
                null,
                "usr_ann",
                "Ann",
                null,
                null,
                null,
                moved,
                moved,
                1);
    }

    private static Download download(String id, @Nullable String title, Instant moved) {
        return new Download(
                id,
                DownloadKind.VIDEO,
                "https://youtu.be/1",
                "1",
                title,
                null,
                null,
                null,
                DownloadStatus.COMPLETED,
                DownloadQuality.P1080,
                DownloadFormat.MP4,
                100,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                null,
                null,
                "usr_ann",
                "Ann",
                moved,
                moved,
                null,
                null,
                1);
    }

    /// Answers with what a test puts in, and notes each question.
    private static final class Counted implements HouseholdFigures {
        private final List<String> asked = new ArrayList<>();
        private Requests requests = new Requests(0, 0, 0, 0, 0, 0);
        private Downloads downloads = new Downloads(0, 0);
        private List<MediaRequest> lastRequests = List.of();
        private List<Download> lastDownloads = List.of();

        @Override
        public Requests requests(@Nullable String userId, Instant since) {
            asked.add("requests of " + userId + " since " + since);
            return requests;
        }

        @Override
        public Downloads downloads(@Nullable String userId, Instant since) {
            asked.add("downloads of " + userId + " since " + since);
            return downloads;
        }

        @Override
        public List<MediaRequest> lastRequests(@Nullable String userId, int limit) {
            asked.add("last requests of " + userId);
            return lastRequests;
        }

        @Override
        public List<Download> lastDownloads(@Nullable String userId, int limit) {
            asked.add("last downloads of " + userId);
            return lastDownloads;
        }

        @Override
        public long librarySize() {
            asked.add("library");
            return 1234;
        }

        @Override
        public long libraryAdded(Instant since) {
            asked.add("library since " + since);
            return 12;
        }
    }
}
