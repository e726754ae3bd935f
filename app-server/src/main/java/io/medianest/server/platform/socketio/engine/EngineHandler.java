package io.medianest.server.platform.socketio.engine;

/// What an application does with sessions. For one session the calls come one at a time and in order; for different
/// sessions at the same time. A call may block, which holds up the messages of its own session only. What it throws
/// is logged and ends nothing.
public interface EngineHandler {
    /// The first call of each session.
    void onOpen(EngineSession session);

    void onMessage(EngineSession session, EngineMessage message);

    /// The last call of each session; it comes exactly once, after the messages that arrived before the end.
    void onClose(EngineSession session, CloseReason reason);
}
