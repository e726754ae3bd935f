package io.medianest.server.platform.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// What happens to an event that asked for an acknowledgement. Exactly one of the two is called, like a handler of
/// that client.
public interface AckCallback {
    void acknowledged(List<JsonNode> args);

    /// The time is over, or the socket ended before the client answered.
    void unanswered();
}
