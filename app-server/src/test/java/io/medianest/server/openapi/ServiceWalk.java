package io.medianest.server.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/// What is the same for everybody: health, services, the library, the documents.
public record ServiceWalk(ApiWalker stranger, ApiWalker owner) {
    private static final String UNREADABLE = "?x=%zz";

    public void go() throws IOException {
        for (var path : new String[] {"/health", "/health/live", "/health/ready"}) {
            stranger.good("GET " + path);
            stranger.bad("400 MALFORMED_REQUEST", "GET " + path + UNREADABLE);
        }
        status();
        library();
        documents();
    }

    private void status() throws IOException {
        var services = owner.good("GET /dashboard/status").at("/data/services");
        assertThat(services.findValuesAsText("name")).contains("plex", "overseerr");
        stranger.bad("401 UNAUTHORIZED", "GET /dashboard/status");
        owner.good("GET /dashboard/status/plex/history?window=1h");
        owner.bad("404 NOT_FOUND nothing", "GET /dashboard/status/nothing/history");
        owner.bad("400 VALIDATION_ERROR window", "GET /dashboard/status/plex/history?window=1y");
    }

    private void library() throws IOException {
        owner.good("GET /plex/server");
        stranger.bad("401 UNAUTHORIZED", "GET /plex/server");
        owner.good("GET /plex/libraries");
        stranger.bad("401 UNAUTHORIZED", "GET /plex/libraries");
    }

    private void documents() throws IOException {
        for (var path : new String[] {"/openapi.json", "/openapi.yaml", "/docs"}) {
            stranger.good("GET " + path);
            stranger.bad("400 MALFORMED_REQUEST", "GET " + path + UNREADABLE);
        }
        stranger.good("GET /docs/page.css");
        stranger.good("GET /docs/page.js");
        stranger.bad("404 NOT_FOUND other.js", "GET /docs/other.js");
    }
}
