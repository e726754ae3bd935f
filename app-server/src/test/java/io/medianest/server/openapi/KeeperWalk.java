package io.medianest.server.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.platform.Await;
import io.medianest.server.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Settings, circuit breakers and failed work; after [RequestWalk], which leaves some.
public record KeeperWalk(ApiWalker stranger, ApiWalker owner) {
    public void go() throws IOException {
        settings();
        breakers();
        deadLetters();
        figures();
        backups();
    }

    private void figures() throws IOException {
        owner.good("GET /admin/stats");
        stranger.bad("401 UNAUTHORIZED", "GET /admin/stats");
        stranger.good("GET /metrics");
        stranger.with("X-Forwarded-For: 203.0.113.7").bad("401 UNAUTHORIZED", "GET /metrics");
    }

    private void backups() throws IOException {
        var name = owner.good("POST /admin/backup").at("/data/name").asText();
        stranger.bad("401 UNAUTHORIZED", "POST /admin/backup");
        assertThat(owner.good("GET /admin/backups").at("/data/backups").findValuesAsText("name"))
                .containsExactly(name);
        stranger.bad("401 UNAUTHORIZED", "GET /admin/backups");
        owner.good("GET /admin/backups/" + name);
        owner.bad("404 NOT_FOUND none", "GET /admin/backups/none");
        var restore = "{\"name\":\"%s\"}".formatted(name);
        if (TestDatabase.isEmbedded()) {
            owner.good("POST /admin/restore", restore);
        } else {
            owner.bad("409 INVALID_STATE " + name, "POST /admin/restore", restore);
        }
        owner.bad("400 VALIDATION_ERROR name", "POST /admin/restore", "{}");
    }

    private void settings() throws IOException {
        var all = owner.good("GET /admin/settings").at("/data/settings");
        assertThat(all.findValuesAsText("key")).contains("plex.url");
        stranger.bad("401 UNAUTHORIZED", "GET /admin/settings");
        owner.good("PUT /admin/settings", "{\"plex.sync-interval\":\"7m\"}");
        owner.good("PUT /admin/settings", "{\"plex.sync-interval\":null}");
        owner.bad("400 VALIDATION_ERROR plex.sync-interval", "PUT /admin/settings", "{\"plex.sync-interval\":\"x\"}");
        owner.bad("409 INVALID_STATE plex.url", "PUT /admin/settings", "{\"plex.url\":\"http://x\"}");
        assertThat(owner.good("POST /admin/settings/test/plex", "{}")
                        .at("/data/reachable")
                        .asBoolean())
                .isTrue();
        owner.bad("404 NOT_FOUND nothing", "POST /admin/settings/test/nothing", "{}");
        assertThat(owner.good("GET /admin/discovery").at("/data/found").isArray())
                .isTrue();
        stranger.bad("401 UNAUTHORIZED", "GET /admin/discovery");
    }

    private void breakers() throws IOException {
        owner.good("GET /admin/circuit-breakers");
        stranger.bad("401 UNAUTHORIZED", "GET /admin/circuit-breakers");
        owner.good("POST /admin/cache/clear");
        stranger.bad("401 UNAUTHORIZED", "POST /admin/cache/clear");
        owner.good("POST /admin/circuit-breakers/plex/reset");
        owner.bad("404 NOT_FOUND nothing", "POST /admin/circuit-breakers/nothing/reset");
    }

    /// What has failed fails again, as long as nobody does something about it.
    private void deadLetters() throws IOException {
        owner.good("POST /admin/dead-letters/" + failed() + "/retry");
        owner.bad("404 NOT_FOUND none", "POST /admin/dead-letters/none/retry");
        owner.good("DELETE /admin/dead-letters/" + failed());
        owner.bad("404 NOT_FOUND none", "DELETE /admin/dead-letters/none");
        owner.bad("400 VALIDATION_ERROR limit", "GET /admin/dead-letters?limit=0");
        owner.good("POST /admin/dead-letters/retry");
        stranger.bad("401 UNAUTHORIZED", "POST /admin/dead-letters/retry");
        owner.good("DELETE /admin/dead-letters");
        stranger.bad("401 UNAUTHORIZED", "DELETE /admin/dead-letters");
    }

    private String failed() throws IOException {
        Await.until("work has failed", () -> !firstFailed().isEmpty());
        return firstFailed();
    }

    private String firstFailed() {
        try {
            return owner.good("GET /admin/dead-letters?page=1&limit=5")
                    .at("/data/deadLetters/0/id")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
