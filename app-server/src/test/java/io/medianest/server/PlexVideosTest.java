package io.medianest.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.download.HouseholdLibrary.Found;
import io.medianest.server.platform.config.ServiceSettings;
import io.medianest.server.platform.resilience.HttpUpstream;
import io.medianest.server.plex.PlexClient;
import io.medianest.server.plex.PlexDevice;
import io.medianest.server.testing.Guards;
import io.medianest.server.testing.LoopbackService;
import io.medianest.server.testing.LoopbackService.Answer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlexVideosTest {
    private static final PlexDevice DEVICE = new PlexDevice("uuid-1", "0.1.0", "Linux", "Living room");
    private static final Path VIDEOS = Path.of("videos").toAbsolutePath();
    private static final Path RAIN = VIDEOS.resolve("Slow Rivers/Season 2024/Rain.mp4");
    private static final Path FOG = VIDEOS.resolve("Slow Rivers/Season 2024/Fog.mp4");
    private static final Path ELSEWHERE = Path.of("other videos/Snow.mp4").toAbsolutePath();

    private final LoopbackService plex = LoopbackService.start();
    private final HttpUpstream http = HttpUpstream.open(PlexClient.CONNECT_TIMEOUT, PlexClient.READ_TIMEOUT);
    private final PlexVideos videos = videos(Guards.settings(plex.url(), "tok"));

    private PlexVideos videos(ServiceSettings settings) {
        return new PlexVideos(new PlexClient(Guards.impatient(PlexClient.POLICY), http, () -> settings, DEVICE));
    }

    @BeforeEach
    void begin() {
        plex.on("/library/sections", Answer.ok("""
                        {"MediaContainer":{"Directory":[
                          {"key":"1","type":"movie","Location":[{"path":"%1$s films"}]},
                          {"key":"3","type":"show","Location":[{"path":"%1$s"}]},
                          {"key":"4","type":"artist","Location":[{"path":"%1$s"}]}]}}""".formatted(json(VIDEOS))))
                .on("/library/sections/3/all", Answer.ok("""
                        {"MediaContainer":{"Metadata":[{"ratingKey":"71","Media":[{"Part":[{"file":"%s"}]}]}]}}""".formatted(json(RAIN))))
                .on("/library/sections/4/all", Answer.ok("{\"MediaContainer\":{}}"))
                .on("/library/sections/3/refresh", new Answer(200, Map.of(), ""))
                .on("/library/sections/4/refresh", new Answer(200, Map.of(), ""));
    }

    private static String json(Path path) {
        return path.toString().replace("\\", "\\\\");
    }

    @AfterEach
    void close() {
        http.close();
        plex.close();
    }

    @Test
    @DisplayName("the directory of a new file is looked through in every library that it belongs to, and in no other")
    void scan() {
        videos.scan(RAIN);
        videos.scan(ELSEWHERE);

        for (var library : List.of("3", "4")) {
            assertThat(plex.asked("/library/sections/%s/refresh".formatted(library)))
                    .singleElement()
                    .satisfies(asked -> assertThat(URLDecoder.decode(asked.parameter("path"), StandardCharsets.UTF_8))
                            .isEqualTo(String.valueOf(RAIN.getParent())));
        }
        assertThat(plex.asked("/library/sections/1/refresh")).isEmpty();
    }

    @Test
    @DisplayName("what Plex shows is there, what it does not show yet is waited for, what it does not have is neither")
    void look() {
        assertThat(videos.look(List.of(RAIN, FOG, ELSEWHERE))).isEqualTo(new Found(Map.of(RAIN, "71"), Set.of(FOG)));
        assertThat(videos.look(List.of(ELSEWHERE))).isEqualTo(Found.NOTHING);
    }

    @Test
    @DisplayName("a collection is made of what Plex shows, in libraries of videos")
    void collect() {
        plex.on("/identity", Answer.ok("{\"MediaContainer\":{\"machineIdentifier\":\"m-1\"}}"))
                .on("/library/sections/3/collections", Answer.ok("{\"MediaContainer\":{}}"))
                .on("/library/collections", Answer.ok("{\"MediaContainer\":{\"Metadata\":[{\"ratingKey\":\"900\"}]}}"));

        videos.collect("Weather", List.of(FOG, RAIN));

        assertThat(plex.asked("/library/collections"))
                .singleElement()
                .satisfies(asked -> assertThat(URLDecoder.decode(asked.parameter("uri"), StandardCharsets.UTF_8))
                        .endsWith("/library/metadata/71"));
        assertThat(plex.asked("/library/sections/4/collections")).isEmpty();
    }

    @Test
    @DisplayName("without Plex nothing is asked, and nothing is waited for")
    void notConfigured() {
        var without = videos(new ServiceSettings(null, null, "set plex.url"));

        without.scan(RAIN);
        without.collect("Weather", List.of(RAIN));

        assertThat(without.look(List.of(RAIN))).isEqualTo(Found.NOTHING);
        assertThat(plex.asked()).isEmpty();
    }
}
