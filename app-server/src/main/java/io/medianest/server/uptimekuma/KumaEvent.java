package io.medianest.server.uptimekuma;

import io.medianest.server.platform.json.Fields;
import java.util.Optional;

/// What Uptime Kuma tells by webhook: that something watched has changed.
///
/// @param key the monitor's number
public record KumaEvent(String key, String name, Beat beat) {
    /// Reads a webhook's payload; empty for those about nothing watched, such as a test of the connection.
    public static Optional<KumaEvent> read(Fields payload) {
        var heartbeat = payload.at("heartbeat");
        var monitor = payload.at("monitor");
        var key = heartbeat.text("monitorID", monitor.text("id", ""));
        var beat = StatusPages.beat(heartbeat);
        return key.isEmpty() || beat == null
                ? Optional.empty()
                : Optional.of(new KumaEvent(key, monitor.text("name", key), beat));
    }
}
