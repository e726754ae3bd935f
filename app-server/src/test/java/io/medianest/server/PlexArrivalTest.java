package io.medianest.server;

import static io.medianest.server.testing.DemoHousehold.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.medianest.server.demo.DemoPace;
import io.medianest.server.platform.Await;
import io.medianest.server.testing.DemoHousehold;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From an address to a film in Plex, in the whole program.
class PlexArrivalTest {
    private static final DemoPace QUICK = new DemoPace(Duration.ofMillis(20), Duration.ofSeconds(3));
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    @DisplayName("a playlist that was downloaded is seen in Plex as a collection, and told of once, when it is")
    void playlist() throws IOException {
        try (var household = DemoHousehold.start(QUICK, directory, "--youtube.min-free-space=1MB")) {
            household.plexHasVideos();
            var wish = "{\"url\":\"https://www.youtube.com/playlist?list=PLopenmovies1\",\"items\":[1,2]}";
            var made = household.wire().sendJson("POST /api/v1/youtube/download", wish, OWNER);
            assertThat(made.status()).as(made.body()).isEqualTo(201);

            Await.until("it is told of", PATIENCE, () -> !told(household).isEmpty());
            assertThat(told(household)).singleElement().satisfies(told -> {
                assertThat(told.path("type").asText()).isEqualTo("download-available");
                assertThat(told.path("message").asText()).endsWith("has been downloaded and is in Plex now.");
            });
            Await.until(
                    "there is a collection",
                    PATIENCE,
                    () -> !collections(household).isEmpty());
            assertThat(collections(household)).singleElement().satisfies(collection -> {
                assertThat(collection.path("title").asText()).isEqualTo("Playlist PLopenmovies1");
                assertThat(collection.path("childCount").asInt()).isEqualTo(2);
            });
        }
    }

    /// What was told of downloads.
    private static List<JsonNode> told(DemoHousehold household) {
        try {
            var list = household
                    .wire()
                    .send("GET /api/v1/dashboard/notifications", OWNER)
                    .json();
            return list.at("/data/notifications")
                    .valueStream()
                    .filter(told -> told.path("type").asText().startsWith("download-"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode collections(DemoHousehold household) {
        return household.plex("/library/sections/3/collections").at("/MediaContainer/Metadata");
    }
}
