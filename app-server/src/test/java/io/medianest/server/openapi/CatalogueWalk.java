package io.medianest.server.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/// Finding titles.
public record CatalogueWalk(ApiWalker stranger, ApiWalker owner) {
    public void go() throws IOException {
        search();
        details();
        pictures();
    }

    private void search() throws IOException {
        var found = owner.good("GET /media/search?q=night&type=all&page=1&limit=5&language=en");
        assertThat(found.at("/data/results")).hasSize(5);
        owner.good("GET /media/search?query=night&type=movie&pageSize=2");
        owner.bad("400 VALIDATION_ERROR q", "GET /media/search");
        owner.bad("400 VALIDATION_ERROR type", "GET /media/search?q=a&type=film");
        stranger.bad("401 UNAUTHORIZED", "GET /media/search?q=night");
        owner.good("GET /media/trending?type=movie&page=1&limit=3");
        owner.good("GET /media/trending?type=tv&pageSize=3");
        owner.bad("400 VALIDATION_ERROR limit", "GET /media/trending?limit=101");
    }

    private void details() throws IOException {
        owner.good("GET /media/movie/45745?language=de-DE");
        owner.bad("404 NOT_FOUND", "GET /media/movie/4040404");
        owner.bad("400 VALIDATION_ERROR tmdbId", "GET /media/movie/x");
        var show = owner.good("GET /media/tv/9000204");
        assertThat(show.at("/data/seasons")).isNotEmpty();
        owner.bad("404 NOT_FOUND", "GET /media/tv/4040404");
    }

    private void pictures() throws IOException {
        var poster = owner.good("GET /media/movie/45745").at("/data/poster").asText();
        stranger.good("GET " + poster.replaceFirst("^/api/v1", ""));
        stranger.bad("404 NOT_FOUND", "GET /media/images/w342/nothing");
    }
}
