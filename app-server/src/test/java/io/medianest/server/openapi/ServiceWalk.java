package io.medianest.server.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/// What is the same for everybody: health, services, the library, the documents.
public record ServiceWalk(ApiWalker stranger, ApiWalker owner) {
    private static final String UNREADABLE = "?x=%zz";

    public void go() throws IOException {
        for (var path : new String[] {"/health", "/health/live", "/health/ready", "/server/info", "/server/qr"}) {
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
        owner.good("GET /dashboard/stats");
        stranger.bad("401 UNAUTHORIZED", "GET /dashboard/stats");
        owner.good("GET /dashboard/status/plex/history?window=1h");
        owner.bad("404 NOT_FOUND nothing", "GET /dashboard/status/nothing/history");
        owner.bad("400 VALIDATION_ERROR window", "GET /dashboard/status/plex/history?window=1y");
    }

    private void library() throws IOException {
        owner.good("GET /plex/server");
        stranger.bad("401 UNAUTHORIZED", "GET /plex/server");
        owner.good("GET /plex/libraries");
        stranger.bad("401 UNAUTHORIZED", "GET /plex/libraries");
        var first =
                owner.good("GET /plex/libraries").at("/data/libraries/0/key").asText();
        owner.good("GET /plex/libraries/" + first + "/items?type=all&filter=all&sort=title:asc&page=1&limit=5");
        owner.good("GET /plex/libraries/" + first + "/items?pageSize=5");
        owner.bad("404 NOT_FOUND none", "GET /plex/libraries/none/items");
        owner.bad("400 VALIDATION_ERROR sort", "GET /plex/libraries/" + first + "/items?sort=best");
        owner.good("POST /plex/libraries/" + first + "/scan");
        owner.bad("404 NOT_FOUND none", "POST /plex/libraries/none/scan");
        stranger.bad("401 UNAUTHORIZED", "POST /plex/libraries/" + first + "/scan");
        owner.good("GET /plex/search?q=the&type=all&limit=5");
        owner.bad("400 VALIDATION_ERROR q", "GET /plex/search");
        var newest = owner.good("GET /plex/recently-added?limit=5");
        owner.good("GET /plex/recently-added?type=episode");
        owner.bad("400 VALIDATION_ERROR limit", "GET /plex/recently-added?limit=0");
        stranger.good("GET " + newest.at("/data/items/0/poster").asText().replaceFirst("^/api/v1", ""));
        stranger.bad("400 VALIDATION_ERROR path", "GET /plex/image?path=/etc/passwd");
    }

    private void documents() throws IOException {
        for (var path : new String[] {"/openapi.json", "/openapi.yaml", "/docs"}) {
            stranger.good("GET " + path);
            stranger.bad("400 MALFORMED_REQUEST", "GET " + path + UNREADABLE);
        }
        stranger.good("GET /docs/page.css");
        stranger.good("GET /docs/page.js");
        stranger.good("GET /docs/icon.svg");
        stranger.bad("404 NOT_FOUND other.js", "GET /docs/other.js");
    }
}
