package io.medianest.server.account;

/// Told at once when somebody must not go on with what they have open, on the thread that decided so. Must be
/// quick.
public interface SessionListener {
    /// A session ended: somebody signed out, or was signed out.
    void sessionEnded(String sessionId);

    /// A person was suspended or deleted: nothing of theirs may stay open.
    void userLockedOut(String userId);

    /// A person's role changed, or a device of theirs lost its token: what is open has to show its
    /// credentials again.
    void rightsChanged(String userId);
}
