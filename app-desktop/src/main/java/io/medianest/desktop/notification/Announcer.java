package io.medianest.desktop.notification;

import io.medianest.desktop.ui.Notices;

/// Tells people of something while they look elsewhere than at the window: with the means of their system.
@FunctionalInterface
public interface Announcer {
    /// Where there are no such means.
    Announcer NONE = _ -> {};

    /// Never blocks and never fails. Does nothing while the window is in front.
    void announce(Notices.News news);
}
