package io.medianest.server.plex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.resilience.HttpUpstream;
import io.medianest.server.testing.Guards;
import io.medianest.server.testing.LoopbackService;
import io.medianest.server.testing.LoopbackService.Answer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlexShelfTest {
    private static final PlexDevice DEVICE = new PlexDevice("uuid-1", "0.1.0", "Linux", "Living room");
    private static final PlexFolder SHOWS = new PlexFolder("3", "show", "/videos");
    private static final String MADE = "/library/collections";
    private static final String EMPTY = "{\"MediaContainer\":{\"size\":0}}";

    private final LoopbackService service = LoopbackService.start();
    private final HttpUpstream http = HttpUpstream.open(PlexClient.CONNECT_TIMEOUT, PlexClient.READ_TIMEOUT);
    private final PlexShelf shelf = new PlexClient(
                    Guards.impatient(PlexClient.POLICY), http, () -> Guards.settings(service.url(), "tok"), DEVICE)
            .shelf();

    @AfterEach
    void close() {
        http.close();
        service.close();
    }

    private String parameter(String path, String name) {
        return URLDecoder.decode(service.asked(path).getFirst().parameter(name), StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("all directories of all libraries are known, and one of them is looked through")
    void folders() {
        service.on("/library/sections", Answer.ok("""
                {"MediaContainer":{"Directory":[
                  {"key":"1","type":"movie","Location":[{"id":1,"path":"/films"},{"id":2,"path":"/more films"}]},
                  {"key":"3","type":"show","Location":[{"id":3,"path":"/videos"}]},
                  {"key":"4","type":"artist","Location":[{"id":4}]}]}}"""));
        service.on("/library/sections/3/refresh", new Answer(200, Map.of(), ""));

        assertThat(shelf.folders())
                .containsExactly(
                        new PlexFolder("1", "movie", "/films"), new PlexFolder("1", "movie", "/more films"), SHOWS);
        shelf.refresh("3", "/videos/Slow Rivers/Season 2024");

        assertThat(parameter("/library/sections/3/refresh", "path")).isEqualTo("/videos/Slow Rivers/Season 2024");
        assertThat(service.asked("/library/sections/3/refresh").getFirst().header("X-Plex-Token"))
                .isEqualTo("tok");
    }

    @Test
    @DisplayName("a library that is not to be looked through says so")
    void refused() {
        service.on("/library/sections/3/refresh", Answer.html(404));

        assertThat(catchThrowableOfType(MediaNestException.class, () -> shelf.refresh("3", "/videos"))
                        .code())
                .isEqualTo(ErrorCode.UPSTREAM_ERROR);
    }

    @Test
    @DisplayName("of series the episodes that came last are listed by their files, of which one may have several")
    void newest() {
        service.on("/library/sections/3/all", Answer.ok("""
                {"MediaContainer":{"Metadata":[
                  {"ratingKey":"71","Media":[{"Part":[{"file":"/videos/a.mp4"},{"file":"/videos/b.mp4"}]}]},
                  {"ratingKey":72,"Media":[{"Part":[{"file":"/videos/c.mp4"}]},{"Part":[{}]}]},
                  {"ratingKey":"73"}]}}"""));

        assertThat(shelf.find(SHOWS, Set.of("/videos/a.mp4", "/videos/c.mp4", "/videos/d.mp4")))
                .containsExactlyInAnyOrderEntriesOf(Map.of("/videos/a.mp4", "71", "/videos/c.mp4", "72"));
        assertThat(parameter("/library/sections/3/all", "type")).isEqualTo("4");
        assertThat(parameter("/library/sections/3/all", "sort")).isEqualTo("addedAt:desc");
        assertThat(service.asked("/library/sections/3/all").getFirst().header("X-Plex-Container-Size"))
                .isEqualTo("103");
    }

    /// A library of that many episodes, the first of which came last.
    private void library(int titles) {
        service.on("/library/sections/3/all", asked -> {
            int start = Integer.parseInt(String.valueOf(asked.header("X-Plex-Container-Start")));
            int size = Integer.parseInt(String.valueOf(asked.header("X-Plex-Container-Size")));
            return Answer.ok(IntStream.range(start, Math.min(titles, start + size))
                    .mapToObj(i -> "{\"ratingKey\":\"%1$d\",\"Media\":[{\"Part\":[{\"file\":\"/videos/%1$d.mp4\"}]}]}"
                            .formatted(i))
                    .collect(Collectors.joining(",", "{\"MediaContainer\":{\"Metadata\":[", "]}}")));
        });
    }

    @Test
    @DisplayName("what has been in a library for long is looked for further back, and no further than is needed")
    void old() {
        library(5_000);

        assertThat(shelf.find(SHOWS, Set.of("/videos/3.mp4", "/videos/1500.mp4")))
                .containsExactlyInAnyOrderEntriesOf(Map.of("/videos/3.mp4", "3", "/videos/1500.mp4", "1500"));
        assertThat(service.asked("/library/sections/3/all"))
                .extracting(asked -> asked.header("X-Plex-Container-Start"))
                .containsExactly("0", "102", "1102");
    }

    @Test
    @DisplayName("what is not there is looked for to the end, of a very large library not even that")
    void missing() {
        library(1_200);
        assertThat(shelf.find(SHOWS, Set.of("/videos/none.mp4"))).isEmpty();
        assertThat(service.asked("/library/sections/3/all")).hasSize(3);

        service.on("/library/sections/3/all", asked -> {
            int size = Integer.parseInt(String.valueOf(asked.header("X-Plex-Container-Size")));
            return Answer.ok("{\"MediaContainer\":{\"Metadata\":[%s]}}"
                    .formatted(String.join(",", Collections.nCopies(size, "{}"))));
        });
        assertThat(shelf.find(SHOWS, Set.of("/videos/none.mp4"))).isEmpty();
        assertThat(service.asked("/library/sections/3/all")).hasSizeLessThan(3 + 25);
    }

    @Test
    @DisplayName("a collection that is not there is made, of many titles in several steps and in their order")
    void made() {
        service.on("/identity", Answer.ok("{\"MediaContainer\":{\"machineIdentifier\":\"m-1\"}}"))
                .on("/library/sections/3/collections", Answer.ok(EMPTY))
                .on(MADE, Answer.ok("{\"MediaContainer\":{\"Metadata\":[{\"ratingKey\":\"900\"}]}}"))
                .on("/library/collections/900/items", Answer.ok(EMPTY));

        shelf.collect(
                SHOWS,
                "Rain & more",
                IntStream.range(0, 120).mapToObj(Integer::toString).toList());

        assertThat(service.asked(MADE))
                .singleElement()
                .satisfies(asked -> assertThat(asked.method()).isEqualTo("POST"));
        assertThat(parameter(MADE, "title")).isEqualTo("Rain & more");
        assertThat(parameter(MADE, "type")).isEqualTo("4");
        assertThat(parameter(MADE, "sectionId")).isEqualTo("3");
        assertThat(parameter(MADE, "uri"))
                .startsWith("server://m-1/com.plexapp.plugins.library/library/metadata/0,1,2,")
                .endsWith(",49");
        assertThat(service.asked("/library/collections/900/items"))
                .extracting(LoopbackService.Asked::method)
                .containsExactly("PUT", "PUT");
        assertThat(parameter("/library/collections/900/items", "uri")).endsWith(",98,99");
    }

    @Test
    @DisplayName("a collection that is there gets what it has not, and nothing when it has all")
    void added() {
        service.on("/identity", Answer.ok("{\"MediaContainer\":{\"machineIdentifier\":\"m-1\"}}"))
                .on("/library/sections/3/collections", Answer.ok("""
                        {"MediaContainer":{"Metadata":[{"ratingKey":"899","title":"Snow"},
                         {"ratingKey":"900","title":"Rain"}]}}"""))
                .on("/library/collections/900/children", Answer.ok("""
                        {"MediaContainer":{"Metadata":[{"ratingKey":"71"},{"ratingKey":"72"}]}}"""))
                .on("/library/collections/900/items", Answer.ok(EMPTY));

        shelf.collect(SHOWS, "Rain", List.of("72", "71"));
        assertThat(service.asked("/library/collections/900/items")).isEmpty();

        shelf.collect(SHOWS, "Rain", List.of("71", "73", "72", "73"));
        assertThat(parameter("/library/collections/900/items", "uri")).endsWith("/library/metadata/73");
        assertThat(service.asked("/library/collections/900/items")).hasSize(1);
        assertThat(service.asked(MADE)).isEmpty();
    }

    @Test
    @DisplayName("a collection that was made and does not say its name is not made twice by one call")
    void nameless() {
        service.on("/identity", Answer.ok("{\"MediaContainer\":{\"machineIdentifier\":\"m-1\"}}"))
                .on("/library/sections/3/collections", Answer.ok(EMPTY))
                .on(MADE, Answer.ok(EMPTY));

        assertThat(catchThrowableOfType(MediaNestException.class, () -> shelf.collect(SHOWS, "Rain", List.of("71")))
                        .code())
                .isEqualTo(ErrorCode.UPSTREAM_ERROR);
        assertThat(service.asked(MADE)).hasSize(1);
    }
}
