package io.medianest.server.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.medianest.server.platform.socketio.AckCallback;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether a client confirms what it is asked to. Some never do, which means nothing. One that did and does
/// not any more has lost an event on the way, and may not see the gap before the next one: it has to come
/// again. Thread-safe.
final class Receipts {
    /// How long a confirmation may take.
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Receipts.class);

    private final String socketId;
    private final Runnable comeAgain;
    private volatile boolean usual;

    /// @param comeAgain closes the connection; does nothing when it has ended
    Receipts(String socketId, Runnable comeAgain) {
        this.socketId = socketId;
        this.comeAgain = comeAgain;
    }

    /// For one more event that the client is to confirm.
    AckCallback expected(String event, long seq) {
        return new AckCallback() {
            @Override
            public void acknowledged(List<JsonNode> args) {
                usual = true;
                LOG.trace("{} has {} number {}", socketId, event, seq);
            }

            @Override
            public void unanswered() {
                LOG.debug("{} did not confirm {} number {}", socketId, event, seq);
                if (usual) {
                    comeAgain.run();
                }
            }
        };
    }
}
