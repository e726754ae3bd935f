package io.medianest.server;

import io.medianest.server.account.SessionListener;
import io.medianest.server.download.DownloadFeature;

/// Ends the downloads of those who must not go on. Whoever only signs out still gets what they asked for.
record DownloadEnd(DownloadFeature downloads) implements SessionListener {
    @Override
    public void sessionEnded(String sessionId) {}

    @Override
    public void userLockedOut(String userId) {
        downloads.lockOut(userId);
    }

    @Override
    public void rightsChanged(String userId) {}
}
