package io.medianest.server.demo;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Uptime Kuma 2.5 with one published status page. Thread-safe.
final class UptimeKumaStandIn {
    private static final int BEATS = 100;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final KumaHistory history;
    private final String slug;
    private final String apiKey;

    UptimeKumaStandIn(KumaHistory history, String slug, String apiKey) {
        this.history = history;
        this.slug = slug;
        this.apiKey = apiKey;
    }

    RouteList routes() {
        return new RouteList()
                .get("/api/status-page/{slug}", this::statusPage)
                .get("/api/status-page/heartbeat/{slug}", this::heartbeat)
                .get("/metrics", this::metrics)
                // Any other path is answered by the single-page program.
                .otherwise(call -> Reply.html(200, "<!doctype html><title>Uptime Kuma</title><div id=\"app\"></div>"));
    }

    private Reply statusPage(Call call) {
        if (!call.param("slug").equals(slug)) {
            return Reply.json(404, Fields.of("ok", false).with("msg", "Status Page Not Found"));
        }
        var monitors = KumaMonitor.ALL.stream()
                .map(monitor -> Fields.of("id", monitor.id())
                        .with("name", monitor.name())
                        .with("sendUrl", 1)
                        .with("type", "http")
                        .with("url", monitor.url())
                        .with("tags", List.of()))
                .toList();
        return Reply.json(Fields.of(
                        "config",
                        Fields.of("slug", slug)
                                .with("title", "Household")
                                .with("description", "Media at home")
                                .with("icon", "/icon.svg")
                                .with("autoRefreshInterval", 300)
                                .with("theme", "auto")
                                .with("published", true))
                .with("incidents", List.of())
                .with(
                        "publicGroupList",
                        List.of(Fields.of("id", 1)
                                .with("name", "Media")
                                .with("weight", 1)
                                .with("monitorList", monitors)))
                .with("maintenanceList", List.of(newDisks())));
    }

    /// Something that is announced, as in any household.
    private Fields newDisks() {
        var start = LocalDate.now(ZoneOffset.UTC)
                .with(TemporalAdjusters.next(DayOfWeek.SATURDAY))
                .atTime(9, 0);
        return Fields.of("id", 1)
                .with("title", "New disks for the media server")
                .with("description", "Plex is away for about two hours.")
                .with("strategy", "single")
                .with("active", true)
                .with("status", "scheduled")
                .with("timezone", "UTC")
                .with("timezoneOffset", "+00:00")
                .with(
                        "timeslotList",
                        List.of(Fields.of(
                                        "startDate",
                                        start.toInstant(ZoneOffset.UTC).toString())
                                .with(
                                        "endDate",
                                        start.plusHours(2)
                                                .toInstant(ZoneOffset.UTC)
                                                .toString())));
    }

    private Reply heartbeat(Call call) {
        var beats = new LinkedHashMap<String, List<Fields>>();
        var uptimes = new LinkedHashMap<String, Double>();
        if (call.param("slug").equals(slug)) {
            for (var monitor : KumaMonitor.ALL) {
                beats.put(
                        Integer.toString(monitor.id()),
                        history.beats(monitor, BEATS).stream()
                                .map(UptimeKumaStandIn::shape)
                                .toList());
                uptimes.put(monitor.id() + "_24", history.uptime24h(monitor));
            }
        }
        return Reply.json(Map.of("heartbeatList", beats, "uptimeList", uptimes));
    }

    private static Fields shape(KumaHistory.Beat beat) {
        return Fields.of("status", beat.status())
                .with("time", TIME.format(beat.time()))
                .with("msg", beat.isUp() ? "" : beat.message())
                .with("ping", beat.ping());
    }

    private Reply metrics(Call call) {
        if (!mayRead(call.header("Authorization").orElse(""))) {
            return Reply.text(401, "text/plain", "Unauthorized").with("WWW-Authenticate", "Basic");
        }
        var text = new StringBuilder();
        head(text, "monitor_uptime_ratio", "Uptime ratio over the window (0.0 - 1.0)");
        for (var monitor : KumaMonitor.ALL) {
            for (var window : List.of("1d", "30d", "365d")) {
                line(text, "monitor_uptime_ratio", monitor, ",window=\"" + window + "\"", history.uptime24h(monitor));
            }
        }
        head(text, "monitor_response_time", "Monitor Response Time (ms)");
        for (var monitor : KumaMonitor.ALL) {
            var ping = history.latest(monitor).ping();
            line(text, "monitor_response_time", monitor, "", ping == null ? -1 : ping);
        }
        head(text, "monitor_status", "Monitor Status (1 = UP, 0= DOWN, 2= PENDING, 3= MAINTENANCE)");
        for (var monitor : KumaMonitor.ALL) {
            line(text, "monitor_status", monitor, "", history.latest(monitor).status());
        }
        head(text, "app_version", "The service version by package.json");
        text.append("app_version{version=\"2.5.3\",major=\"2\",minor=\"5\",patch=\"3\"} 1\n");
        return Reply.text(200, "text/plain; version=0.0.4", text.toString());
    }

    /// Any user name will do; the password is the API key.
    private boolean mayRead(String authorization) {
        if (!authorization.startsWith("Basic ")) {
            return false;
        }
        try {
            var decoded = Base64.getDecoder().decode(authorization.substring("Basic ".length()));
            return new String(decoded, StandardCharsets.UTF_8).endsWith(":" + apiKey);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void head(StringBuilder text, String metric, String help) {
        text.append("\n# HELP %s %s\n# TYPE %s gauge\n".formatted(metric, help, metric));
    }

    private static void line(StringBuilder text, String metric, KumaMonitor monitor, String more, Number value) {
        text.append("""
                %s{monitor_id="%d",monitor_name="%s",monitor_type="http",monitor_url="%s",\
                monitor_hostname="null",monitor_port="null"%s} %s
                """.formatted(metric, monitor.id(), monitor.name(), monitor.url(), more, value));
    }
}
