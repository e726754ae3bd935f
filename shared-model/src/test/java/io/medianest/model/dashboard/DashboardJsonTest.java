package io.medianest.model.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.Golden;
import io.medianest.model.api.Json;
import io.medianest.model.dashboard.DashboardStats.QuickStats;
import io.medianest.model.dashboard.DashboardStats.Summary;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DashboardJsonTest {
    @Test
    @DisplayName("statistics are written as their golden file, and read back from it")
    void golden() throws IOException {
        var stats = new DashboardStats(
                new Summary(12, 3, 2, 1234, 12),
                List.of(
                        new Activity(
                                "request",
                                "req_1",
                                "Heat",
                                "approved",
                                Instant.parse("2026-01-02T03:04:05Z"),
                                "mia",
                                "/api/v1/media/requests/req_1"),
                        new Activity(
                                "download",
                                "dl_1",
                                "Big Buck Bunny",
                                "completed",
                                Instant.parse("2026-01-01T03:04:05Z"),
                                null,
                                "/api/v1/youtube/downloads/dl_1")),
                new QuickStats(4, 5, 90.5, 0.75));
        var golden = Json.strict().readTree(Golden.read("dashboard-stats"));

        assertThat(Json.strict().readTree(Json.strict().writeValueAsBytes(stats)))
                .isEqualTo(golden);
        assertThat(Json.lenient().treeToValue(golden, DashboardStats.class)).isEqualTo(stats);
    }
}
