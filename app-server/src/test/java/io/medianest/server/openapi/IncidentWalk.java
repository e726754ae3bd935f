package io.medianest.server.openapi;

import static io.medianest.server.testing.DemoHousehold.WEBHOOK_SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.platform.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// An incident from Uptime Kuma's webhooks to its end.
public record IncidentWalk(ApiWalker stranger, ApiWalker owner) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    public void go() throws IOException {
        Await.until("Uptime Kuma was asked", () -> plex("message").contains("Uptime Kuma"));
        var now = Instant.now();
        for (int i = 1; i <= 3; i++) {
            var beat = """
                    {"heartbeat":{"monitorID":1,"status":0,"time":"%s","msg":"refused"},"monitor":{"id":1,"name":"Plex"}}""".formatted(TIME.format(now.plusSeconds(60L * i)));
            stranger.good("POST /webhooks/uptime-kuma/" + WEBHOOK_SECRET, beat);
        }
        Await.until("the incident is open", () -> incident("open").contains("Plex does not answer"));
        assertThat(owner.good("GET /dashboard/status").at("/data/incidents").findValuesAsText("title"))
                .contains("Plex does not answer");
        var id = owner.good("GET /admin/incidents?status=open")
                .at("/data/incidents/0/id")
                .asText();

        owner.good("POST /admin/incidents/" + id + "/acknowledge", "{\"comment\":\"on my way\"}");
        owner.bad("409 INVALID_STATE acknowledged", "POST /admin/incidents/" + id + "/acknowledge");
        owner.good("POST /admin/incidents/" + id + "/resolve");
        owner.bad("409 INVALID_STATE resolved", "POST /admin/incidents/" + id + "/resolve");
        owner.bad("404 NOT_FOUND inc_none", "POST /admin/incidents/inc_none/resolve");
        owner.good("GET /admin/incidents?status=resolved&page=1&limit=5");
        owner.good("GET /admin/incidents?pageSize=5");
        owner.bad("400 VALIDATION_ERROR status", "GET /admin/incidents?status=odd");
    }

    private String plex(String field) {
        try {
            for (var service : owner.good("GET /dashboard/status").at("/data/services")) {
                if (service.path("name").asText().equals("plex")) {
                    return service.path(field).asText();
                }
            }
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String incident(String status) {
        try {
            return owner.good("GET /admin/incidents?status=" + status)
                    .at("/data/incidents/0/title")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
