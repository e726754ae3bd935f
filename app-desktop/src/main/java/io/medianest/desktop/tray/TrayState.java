package io.medianest.desktop.tray;

import io.medianest.desktop.api.Connection;
import java.util.List;

/// How things are, at a glance.
///
/// @param services how many are watched
/// @param ill the names of those that are not well, in alphabetical order
/// @param running downloads that run or wait for their turn
/// @param paused downloads that somebody has stopped
/// @param unread notifications
public record TrayState(Connection connection, int services, List<String> ill, int running, int paused, long unread) {
    /// Before anything is known.
    public static final TrayState UNKNOWN = new TrayState(Connection.RECONNECTING, 0, List.of(), 0, 0, 0);
}
