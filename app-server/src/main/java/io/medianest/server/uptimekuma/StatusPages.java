package io.medianest.server.uptimekuma;

import io.medianest.server.platform.json.Fields;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a status page and its heartbeats, as versions 1.23 to 2.5 write them.
final class StatusPages {
    private static final int STALE_AFTER_GAPS = 3;
    private static final Set<String> ANNOUNCED = Set.of("under-maintenance", "scheduled");

    /// UTC, though nothing says so.
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT);

    private StatusPages() {}

    /// @param now to tell what is watched no more; clocks may differ by less than beats do
    static KumaReport read(Fields page, Fields heartbeats, Instant now) {
        var monitors = new LinkedHashMap<String, Monitor>();
        for (var group : page.list("publicGroupList")) {
            for (var entry : group.list("monitorList")) {
                var id = entry.text("id");
                if (id != null) {
                    // Something may stand in several groups.
                    monitors.putIfAbsent(id, monitor(id, entry, heartbeats, now));
                }
            }
        }
        return new KumaReport(List.copyOf(monitors.values()), incidents(page), maintenance(page));
    }

    private static Monitor monitor(String id, Fields entry, Fields heartbeats, Instant now) {
        var beats = heartbeats.at("heartbeatList").list(id).stream()
                .map(StatusPages::beat)
                .filter(Objects::nonNull)
                .toList();
        boolean watched = !beats.isEmpty() && !isStale(beats, now);
        return new Monitor(
                id,
                entry.text("name", id),
                Addresses.read(entry.text("url")),
                watched ? beats.getLast().state() : MonitorState.UNKNOWN,
                watched ? beats.getLast().ping() : null,
                heartbeats.at("uptimeList").decimal(id + "_24"),
                beats);
    }

    /// Something that is paused keeps its last beat, and would look up for ever. Of one beat alone nothing can be
    /// told.
    private static boolean isStale(List<Beat> beats, Instant now) {
        if (beats.size() < 2) {
            return false;
        }
        List<Duration> gaps = new ArrayList<>();
        for (int i = 1; i < beats.size(); i++) {
            gaps.add(Duration.between(beats.get(i - 1).time(), beats.get(i).time()));
        }
        var usual = gaps.stream().sorted().toList().get(gaps.size() / 2);
        var silence = Duration.between(beats.getLast().time(), now);
        return usual.isPositive() && silence.compareTo(usual.multipliedBy(STALE_AFTER_GAPS)) > 0;
    }

    static @Nullable Beat beat(Fields entry) {
        var time = time(entry.text("time"));
        var status = entry.integer("status");
        return time == null || status == null
                ? null
                : new Beat(MonitorState.of(status), time, entry.whole("ping"), entry.text("msg"));
    }

    /// One incident or none before 2.1, a list of them since then.
    private static List<Notice> incidents(Fields page) {
        return Stream.concat(Stream.of(page.at("incident")), page.list("incidents").stream())
                .filter(entry -> entry.has("title"))
                .map(entry -> notice(entry, "content", time(entry.text("createdDate"))))
                .toList();
    }

    private static List<Notice> maintenance(Fields page) {
        return page.list("maintenanceList").stream()
                .filter(entry -> ANNOUNCED.contains(entry.text("status", "")))
                .map(entry -> notice(entry, "description", start(entry)))
                .toList();
    }

    private static @Nullable Instant start(Fields maintenance) {
        return maintenance.list("timeslotList").stream()
                .map(slot -> slot.time("startDate"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Notice notice(Fields entry, String message, @Nullable Instant since) {
        var title = entry.text("title", "");
        return new Notice(entry.text("id", title), title, entry.text(message), since);
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
