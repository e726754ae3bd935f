package io.medianest.server.account;

import io.medianest.server.platform.link.Link;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everybody who wants to know when people must not go on, on all servers. One that fails keeps it from nobody else.
/// Thread-safe.
final class SessionListeners implements SessionListener {
    private static final Logger LOG = LoggerFactory.getLogger(SessionListeners.class);
    private static final String SESSION_ENDED = "session ended";
    private static final String LOCKED_OUT = "user locked out";
    private static final String RIGHTS_CHANGED = "rights changed";

    private final List<SessionListener> listeners = new CopyOnWriteArrayList<>();
    private final Link link;

    SessionListeners(Link link) {
        this.link = link;
        link.on(SESSION_ENDED, id -> tell(listener -> listener.sessionEnded(id)));
        link.on(LOCKED_OUT, id -> tell(listener -> listener.userLockedOut(id)));
        link.on(RIGHTS_CHANGED, id -> tell(listener -> listener.rightsChanged(id)));
    }

    public void add(SessionListener listener) {
        listeners.add(listener);
    }

    @Override
    public void sessionEnded(String sessionId) {
        tell(listener -> listener.sessionEnded(sessionId));
        link.tell(SESSION_ENDED, sessionId);
    }

    @Override
    public void userLockedOut(String userId) {
        tell(listener -> listener.userLockedOut(userId));
        link.tell(LOCKED_OUT, userId);
    }

    @Override
    public void rightsChanged(String userId) {
        tell(listener -> listener.rightsChanged(userId));
        link.tell(RIGHTS_CHANGED, userId);
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
