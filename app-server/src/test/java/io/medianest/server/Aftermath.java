package io.medianest.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.TroubledHousehold.Catalogue;
import io.medianest.server.Use.Title;
import io.medianest.server.testing.Wire.Answer;

/// What has become of what was asked for while a service was ill, now that it is back: all of it is done, once.
final class Aftermath {
    private Aftermath() {}

    /// Where Overseerr has the say it is there, once; else it is decided here.
    static void isRequested(TroubledHouse house, Answer made, Title title) {
        var household = house.household();
        var path = "/media/requests/" + id(made, "requestId");
        if (house.catalogue() == Catalogue.TMDB) {
            assertThat(household.get(path).path("status").asText()).isEqualTo("approved");
            return;
        }
        household.until("it is handed over", () -> household.get(path).has("overseerrId"));
        assertThat(household.get(path).has("waitingFor")).isFalse();
        long there = 0;
        for (var upstream : household.overseerr("/request?take=500").path("results")) {
            var about = upstream.path("media");
            there += about.path("tmdbId").asText().equals(title.id())
                            && upstream.path("type").asText().equals(title.type())
                    ? 1
                    : 0;
        }
        assertThat(there).as("requests in Overseerr").isEqualTo(1);
    }

    /// The file is there once, and whoever asked for it has heard of it once.
    static void isDownloaded(TroubledHousehold household, Answer made, String video) {
        var path = "/youtube/downloads/" + id(made, "downloadId");
        household.until("it is downloaded", () -> {
            var status = household.get(path).path("status").asText();
            if (status.equals("failed")) {
                household.send("POST /api/v1" + path + "/retry", "{}");
            }
            return status.equals("completed");
        });
        assertThat(household.files(video)).as("files").isEqualTo(1);
        household.until("somebody is told", () -> told(household, path) > 0);
        assertThat(told(household, path)).as("times that it is told").isEqualTo(1);
    }

    private static long told(TroubledHousehold household, String path) {
        long told = 0;
        for (var news : household.get("/dashboard/notifications?limit=50").path("notifications")) {
            boolean done = news.path("type").asText().matches("download-(completed|available)");
            told += done && news.path("actionUrl").asText().endsWith(path) ? 1 : 0;
        }
        return told;
    }

    /// The number of what was made.
    static String id(Answer made, String name) {
        return TroubledHousehold.json(made).path(name).asText();
    }
}
