package io.medianest.server.account;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everybody who wants to know when people must not go on. One that fails keeps it from nobody else.
/// Thread-safe.
final class SessionListeners implements SessionListener {
    private static final Logger LOG = LoggerFactory.getLogger(SessionListeners.class);

    private final List<SessionListener> listeners = new CopyOnWriteArrayList<>();

    public void add(SessionListener listener) {
        listeners.add(listener);
    }

    @Override
    public void sessionEnded(String sessionId) {
        tell(listener -> listener.sessionEnded(sessionId));
    }

    @Override
    public void userLockedOut(String userId) {
        tell(listener -> listener.userLockedOut(userId));
    }

    @Override
    public void rightsChanged(String userId) {
        tell(listener -> listener.rightsChanged(userId));
    }

    private void tell(Consumer<SessionListener> news) {
        for (var listener : listeners) {
            try {
                news.accept(listener);
            } catch (RuntimeException e) {
                LOG.error("a listener did not take the end of a session", e);
            }
        }
    }
}
