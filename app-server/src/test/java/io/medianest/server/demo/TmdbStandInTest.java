package io.medianest.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.medianest.model.api.Json;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TmdbStandInTest {
    private final RouteList routes =
            new TmdbStandIn(DemoCatalogue.read(), "key", URI.create("http://127.0.0.1:1")).routes();

    @ParameterizedTest
    @CsvSource({
        "/3/movie/10331, key, 200",
        "/3/movie/10331, wrong, 401",
        "/3/tv/10331, key, 404",
        "/3/trending/all/year, key, 404",
        "/3/nothing, key, 404"
    })
    @DisplayName("a key is needed, and what is not known is 404 with TMDB's error")
    void statuses(String path, String key, int status) throws IOException {
        var reply = get(path, "api_key=" + key);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(json(reply).has("status_code")).isEqualTo(status != 200);
    }

    @Test
    @DisplayName("a mixed search has pages of twenty, with people among the titles")
    void search() throws IOException {
        var page = json(get("/3/search/multi", "api_key=key&query=a&page=1"));
        assertThat(page.path("results")).hasSize(20);
        assertThat(page.path("total_pages").asInt()).isGreaterThan(1);
        assertThat(page.path("results").findValuesAsText("media_type")).contains("movie", "person");
        assertThat(json(get("/3/search/movie", "api_key=key&query=spider-man")).path("results"))
                .isEmpty();
        assertThat(get("/3/search/multi", "api_key=key&query=a&page=501").status())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("details hold what was asked to be appended, and no more")
    void details() throws IOException {
        var plain = json(get("/3/tv/9000204", "api_key=key"));
        assertThat(plain.path("seasons")).hasSize(3);
        assertThat(plain.has("credits")).isFalse();
        var full = json(get("/3/movie/961", "api_key=key&append_to_response=credits,videos,recommendations,credits"));
        assertThat(full.at("/credits/crew/0/name").asText()).isEqualTo("Buster Keaton");
        assertThat(full.at("/recommendations/results")).isNotEmpty();
        assertThat(full.has("external_ids")).isFalse();
    }

    private Reply get(String path, String query) {
        return routes.answer(new Call("GET", path, query, Map.of(), "", Map.of()));
    }

    private static JsonNode json(Reply reply) throws IOException {
        return Json.strict().readTree(reply.body());
    }
}
