package io.medianest.server.openapi;

import static io.medianest.server.testing.DemoHousehold.WEBHOOK_SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.platform.Await;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Asking for titles, deciding about it, and what Overseerr tells.
public record RequestWalk(ApiWalker stranger, ApiWalker owner, ApiWalker robin) {
    public void go() throws IOException {
        decisions();
        lists();
        notifications();
        refusedUpstream();
        webhooks();
    }

    private void decisions() throws IOException {
        var cancelled = ask(robin, 45745);
        robin.bad("409 ALREADY_REQUESTED " + cancelled, "POST /media/request", film(45745));
        robin.bad("400 VALIDATION_ERROR tmdbId", "POST /media/request", "{\"mediaType\":\"movie\"}");
        robin.bad("404 NOT_FOUND", "POST /media/request", film(4040404));
        robin.good("DELETE /media/requests/" + cancelled);
        robin.bad("409 INVALID_STATE cancelled/done", "DELETE /media/requests/" + cancelled);

        owner.good("POST /media/requests/" + ask(robin, 133701) + "/approve", "{\"comment\":\"Enjoy it\"}");
        owner.bad("409 INVALID_STATE cancelled/done", "POST /media/requests/" + cancelled + "/approve");
        owner.good("POST /media/requests/" + ask(robin, 653) + "/deny", "{\"comment\":\"Too scary\"}");
        owner.bad("400 VALIDATION_ERROR comment", "POST /media/requests/x/deny", "{\"comment\":[]}");
        robin.bad("403 FORBIDDEN", "POST /media/requests/" + cancelled + "/deny");
    }

    private void lists() throws IOException {
        var all = owner.good("GET /media/requests?scope=all&mediaType=movie&sort=title:asc&page=1&limit=10");
        assertThat(all.at("/data/requests")).hasSizeGreaterThanOrEqualTo(3);
        robin.good("GET /media/requests?status=cancelled&search=sin&pageSize=5");
        robin.bad("403 FORBIDDEN", "GET /media/requests?scope=all");
        robin.bad("400 VALIDATION_ERROR sort", "GET /media/requests?sort=best");
        var id = all.at("/data/requests/0/id").asText();
        robin.good("GET /media/requests/" + id);
        robin.good("GET /media/request/" + id);
        robin.bad("404 NOT_FOUND req_none", "GET /media/requests/req_none");
        robin.bad("404 NOT_FOUND req_none", "GET /media/request/req_none");
        owner.good("GET /media/requests?userId=usr_none");
    }

    /// Robin is told what was decided.
    private void notifications() throws IOException {
        var told =
                robin.good("GET /dashboard/notifications?unread=true&limit=5").at("/data/notifications");
        assertThat(told).isNotEmpty();
        robin.bad("400 VALIDATION_ERROR limit", "GET /dashboard/notifications?limit=51");
        robin.good("POST /dashboard/notifications/" + told.path(0).path("id").asText() + "/read");
        robin.bad("404 NOT_FOUND none", "POST /dashboard/notifications/none/read");
        robin.good("POST /dashboard/notifications/read-all");
        stranger.bad("401 UNAUTHORIZED", "POST /dashboard/notifications/read-all");
    }

    /// Overseerr does not take a season that there is not.
    private void refusedUpstream() throws IOException {
        var made = owner.good("POST /media/request", """
                {"tmdbId": "9000204", "mediaType": "tv", "quality": "720p", "seasons": [99]}""");
        var id = made.path("requestId").asText();
        Await.until("the request fails", () -> stage(id).equals("failed"));
        owner.good("POST /media/requests/" + id + "/retry");
        owner.bad("404 NOT_FOUND req_none", "POST /media/requests/req_none/retry");
    }

    private String stage(String id) {
        try {
            return owner.good("GET /media/request/" + id).path("status").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void webhooks() throws IOException {
        var hint = "{\"notification_type\":\"MEDIA_APPROVED\",\"request\":{\"request_id\":\"1\"}}";
        stranger.with("Authorization: " + WEBHOOK_SECRET).good("POST /webhooks/overseerr", hint);
        stranger.bad("401 UNAUTHORIZED", "POST /webhooks/overseerr", hint);
        stranger.good("POST /webhooks/overseerr/" + WEBHOOK_SECRET, hint);
        stranger.bad("401 UNAUTHORIZED", "POST /webhooks/overseerr/wrong", hint);

        var form =
                "--x\r\nContent-Disposition: form-data; name=\"payload\"\r\n\r\n{\"event\":\"media.play\"}\r\n--x--\r\n";
        var sender = stranger.with("Authorization: " + WEBHOOK_SECRET);
        sender.goodForm("POST /webhooks/plex", form);
        sender.bad("415 UNSUPPORTED_MEDIA_TYPE Content-Type", "POST /webhooks/plex", "{}");
        stranger.goodForm("POST /webhooks/plex/" + WEBHOOK_SECRET, form);
        stranger.bad("401 UNAUTHORIZED", "POST /webhooks/plex/wrong", "{}");

        var beat = """
                {"heartbeat":{"monitorID":1,"status":1,"time":"2026-11-21 18:02:11"},"monitor":null}""";
        sender.good("POST /webhooks/uptime-kuma", beat);
        stranger.bad("401 UNAUTHORIZED", "POST /webhooks/uptime-kuma", beat);
        stranger.good("POST /webhooks/uptime-kuma/" + WEBHOOK_SECRET, beat);
        stranger.bad("401 UNAUTHORIZED", "POST /webhooks/uptime-kuma/wrong", beat);
    }

    private static String ask(ApiWalker walker, int tmdbId) throws IOException {
        return walker.good("POST /media/request", film(tmdbId))
                .path("requestId")
                .asText();
    }

    private static String film(int tmdbId) {
        return "{\"tmdbId\":\"%d\",\"mediaType\":\"movie\",\"quality\":\"1080p\",\"comment\":\"for Sunday\"}"
                .formatted(tmdbId);
    }
}
