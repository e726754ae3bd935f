package io.medianest.server;

import io.medianest.server.account.SessionListener;
import io.medianest.server.live.LiveEvents;

/// Ends the live connections of those who must not go on.
record LiveEnd(LiveEvents live) implements SessionListener {
    @Override
    public void sessionEnded(String sessionId) {
        live.closeSession(sessionId);
    }

    @Override
    public void userLockedOut(String userId) {
        live.closeUser(userId);
    }

    @Override
    public void rightsChanged(String userId) {
        live.reconnectUser(userId);
    }
}
