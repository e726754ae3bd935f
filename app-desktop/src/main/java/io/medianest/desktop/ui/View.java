package io.medianest.desktop.ui;

import javafx.scene.Parent;

/// A screen. Made when it is first needed, kept while it may be returned to; everything on the FX thread.
public interface View {
    /// Builds the screen and connects it with its model. Called once.
    Parent create();

    /// It is in front now: read what may have changed.
    default void shown() {}

    /// The person asks for it to be read again.
    default void refresh() {
        shown();
    }

    /// Another screen is in front now.
    default void hidden() {}

    /// The window closes or the language changes: end what listens.
    default void closed() {}
}
