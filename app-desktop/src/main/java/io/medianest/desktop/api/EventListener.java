package io.medianest.desktop.api;

import io.medianest.model.event.ServerEvent;

/// Wants to know what happens. Called on the FX thread.
public interface EventListener {
    void on(ServerEvent event);

    /// Something may have been missed: read again what is shown.
    default void missedSome() {}
}
