package io.medianest.model.account;

import java.util.List;

/// What is connected: where people are signed in, the last used first, and the tokens of their devices and scripts, the
/// newest first.
public record SessionList(List<ActiveSession> sessions, List<ApiToken> tokens) {
    /// Without any tokens.
    public SessionList(List<ActiveSession> sessions) {
        this(sessions, List.of());
    }
}
