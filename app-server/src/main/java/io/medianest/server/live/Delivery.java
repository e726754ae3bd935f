package io.medianest.server.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.medianest.server.platform.socketio.AckCallback;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether an event arrived, for the log.
record Delivery(String socketId, String event, long seq) implements AckCallback {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    @Override
    public void acknowledged(List<JsonNode> args) {
        LOG.trace("{} has {} number {}", socketId, event, seq);
    }

    @Override
    public void unanswered() {
        LOG.debug("{} did not confirm {} number {}", socketId, event, seq);
    }
}
