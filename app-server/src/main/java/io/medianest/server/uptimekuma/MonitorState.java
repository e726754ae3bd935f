package io.medianest.server.uptimekuma;

import org.jspecify.annotations.Nullable;

/// How something watched is doing.
public enum MonitorState {
    DOWN,
    UP,
    /// It failed, and is tried again before that counts.
    PENDING,
    MAINTENANCE,
    /// Not watched any more, or in a state that a newer version has invented.
    UNKNOWN;

    static MonitorState of(@Nullable Integer number) {
        return switch (number) {
            case 0 -> DOWN;
            case 1 -> UP;
            case 2 -> PENDING;
            case 3 -> MAINTENANCE;
            case null, default -> UNKNOWN;
        };
    }
}
