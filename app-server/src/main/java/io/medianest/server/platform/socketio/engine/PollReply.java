package io.medianest.server.platform.socketio.engine;

import java.util.List;

/// How a poll ends.
sealed interface PollReply {
    record Packets(List<EnginePacket> packets) implements PollReply {}

    /// The session has no use for polls: it ended, or a WebSocket took over.
    record Refused() implements PollReply {}

    /// Another poll waits already.
    record Duplicate() implements PollReply {}
}
