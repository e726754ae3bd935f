package io.medianest.server.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.medianest.model.api.Json;
import io.medianest.server.platform.resilience.HttpUpstream;
import io.medianest.server.plex.PlexClient;
import io.medianest.server.plex.PlexDevice;
import io.medianest.server.plex.PlexImages;
import io.medianest.server.testing.Guards;
import io.medianest.server.testing.LoopbackService;
import io.medianest.server.testing.LoopbackService.Answer;
import io.medianest.server.testing.LoopbackService.Asked;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A Plex server with two libraries and one that holds music, over real HTTP.
final class FakePlex implements AutoCloseable {
    final LoopbackService service = LoopbackService.start();
    final List<Title> films = new ArrayList<>();
    final List<Title> shows = new ArrayList<>();
    String machineIdentifier = "m-1";
    boolean sectionsHidden;
    /// From this start on a listing breaks off with an error.
    int breaksAt = Integer.MAX_VALUE;
    /// A listing shows only so many, and says that these are all.
    int showsOnly = Integer.MAX_VALUE;

    private final HttpUpstream http = HttpUpstream.open(PlexClient.CONNECT_TIMEOUT, PlexClient.READ_TIMEOUT);

    FakePlex() {
        service.on("/identity", asked -> container(Map.of("machineIdentifier", machineIdentifier)));
        service.on(
                "/",
                asked -> container(Map.of(
                        "friendlyName",
                        "Den",
                        "machineIdentifier",
                        machineIdentifier,
                        "version",
                        "1.41",
                        "platform",
                        "Linux",
                        "transcoderActiveVideoSessions",
                        2)));
        service.on(
                "/library/sections", asked -> container(Map.of("Directory", sectionsHidden ? List.of() : sections())));
        service.on("/library/sections/1/all", asked -> listing(asked, films));
        service.on("/library/sections/2/all", asked -> listing(asked, shows));
        service.on("/library/sections/3/all", asked -> listing(asked, List.of()));
    }

    PlexClient client() {
        return new PlexClient(
                Guards.impatient(PlexClient.POLICY),
                http,
                () -> Guards.settings(service.url(), "token"),
                new PlexDevice("uuid", "1", "Linux", "Test"));
    }

    PlexImages images() {
        return new PlexImages(
                Guards.impatient(PlexImages.POLICY),
                http,
                () -> Guards.settings(service.url(), "token"),
                new PlexDevice("uuid", "1", "Linux", "Test"));
    }

    private static List<Map<String, Object>> sections() {
        return List.of(
                Map.of("key", "1", "title", "Films", "type", "movie"),
                Map.of("key", "2", "title", "Series", "type", "show"),
                Map.of("key", "3", "title", "Music", "type", "artist"));
    }

    private Answer listing(Asked asked, List<Title> titles) {
        int start = Integer.parseInt(Objects.requireNonNull(asked.header("X-Plex-Container-Start")));
        int size = Integer.parseInt(Objects.requireNonNull(asked.header("X-Plex-Container-Size")));
        if (start >= breaksAt) {
            return Answer.json(500, "{}");
        }
        var since = asked.parameter("updatedAt%3E%3E");
        var matching = titles.stream()
                .filter(title -> since.isEmpty() || title.updatedAt() >= Long.parseLong(since))
                .toList();
        var shown = size == 0 ? matching : matching.subList(0, Math.min(matching.size(), showsOnly));
        var page = shown.subList(Math.min(start, shown.size()), Math.min(shown.size(), start + size));
        return container(Map.of(
                "size", page.size(),
                "totalSize", shown.size(),
                "Metadata", page.stream().map(Title::json).toList()));
    }

    private static Answer container(Map<String, ?> fields) {
        try {
            return Answer.ok(Json.strict().writeValueAsString(Map.of("MediaContainer", fields)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        service.close();
    }

    /// A film or series on the server.
    record Title(String ratingKey, String title, @Nullable String tmdbId, long updatedAt) {
        private Map<String, Object> json() {
            var json = new LinkedHashMap<String, Object>();
            json.put("ratingKey", ratingKey);
            json.put("title", title);
            json.put("updatedAt", updatedAt);
            if (tmdbId != null) {
                json.put("Guid", List.of(Map.of("id", "tmdb://" + tmdbId)));
            }
            return json;
        }
    }
}
