package io.medianest.server.uptimekuma;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads Uptime Kuma's metrics, a text for Prometheus.
final class Metrics {
    private static final Pattern LINE = Pattern.compile("(monitor_\\w+)\\{(.*)} (\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    private final Map<String, Reading> readings = new LinkedHashMap<>();

    private Metrics() {}

    static Metrics read(String text) {
        var metrics = new Metrics();
        text.lines()
                .map(LINE::matcher)
                .filter(line -> line.matches())
                .forEach(line -> metrics.take(line.group(1), labels(line.group(2)), line.group(3)));
        return metrics;
    }

    private static Map<String, String> labels(String text) {
        var labels = new LinkedHashMap<String, String>();
        var label = LABEL.matcher(text);
        while (label.find()) {
            labels.put(label.group(1), unescaped(label.group(2)));
        }
        return labels;
    }

    private static String unescaped(String value) {
        return ESCAPED.matcher(value).replaceAll(escaped -> {
            var letter = escaped.group(1);
            return letter.equals("n") ? "\n" : Matcher.quoteReplacement(letter);
        });
    }

    private void take(String metric, Map<String, String> labels, String text) {
        var name = labels.getOrDefault("monitor_name", "");
        var number = number(text);
        if (name.isEmpty() || number == null) {
            return;
        }
        // Numbers are told since 2.0 only.
        var key = labels.getOrDefault("monitor_id", name);
        var known = readings.computeIfAbsent(key, k -> new Reading(k, name, address(labels), MonitorState.UNKNOWN));
        switch (metric) {
            case "monitor_status" -> readings.put(key, known.with(MonitorState.of(number.intValue())));
            case "monitor_response_time" -> readings.put(key, known.withPing(number < 0 ? null : number.longValue()));
            case "monitor_uptime_ratio" -> {
                if ("1d".equals(labels.get("window"))) {
                    readings.put(key, known.withUptime(number));
                }
            }
            default -> {
                // Certificates, and means over days.
            }
        }
    }

    private static @Nullable Double number(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable URI address(Map<String, String> labels) {
        var url = Addresses.read(labels.get("monitor_url"));
        return url != null ? url : Addresses.read(labels.get("monitor_hostname"), labels.get("monitor_port"));
    }

    /// What the status page told, with what is newer or not published there; and what is not on the page at all.
    List<Monitor> over(List<Monitor> published) {
        var left = new LinkedHashMap<>(readings);
        List<Monitor> all = new ArrayList<>();
        for (var monitor : published) {
            var reading = Optional.ofNullable(left.remove(monitor.key()))
                    .or(() -> Optional.ofNullable(left.remove(monitor.name())));
            all.add(reading.map(found -> found.over(monitor)).orElse(monitor));
        }
        left.values().stream().map(Reading::alone).forEach(all::add);
        return all;
    }

    /// What the metrics say of one monitor.
    private record Reading(
            String key,
            String name,
            @Nullable URI address,
            MonitorState state,
            @Nullable Long ping,
            @Nullable Double uptime24h) {

        Reading(String key, String name, @Nullable URI address, MonitorState state) {
            this(key, name, address, state, null, null);
        }

        Reading with(MonitorState seen) {
            return new Reading(key, name, address, seen, ping, uptime24h);
        }

        Reading withPing(@Nullable Long measured) {
            return new Reading(key, name, address, state, measured, uptime24h);
        }

        Reading withUptime(Double ratio) {
            return new Reading(key, name, address, state, ping, ratio);
        }

        Monitor alone() {
            return new Monitor(key, name, address, state, ping, uptime24h, List.of());
        }

        Monitor over(Monitor published) {
            return new Monitor(
                    published.key(),
                    published.name(),
                    published.address() == null ? address : published.address(),
                    state,
                    ping,
                    published.uptime24h() == null ? uptime24h : published.uptime24h(),
                    published.beats());
        }
    }
}
