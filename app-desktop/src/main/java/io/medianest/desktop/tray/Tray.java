package io.medianest.desktop.tray;

import io.medianest.desktop.ui.Notices;

/// The program's sign at the edge of the screen. Thread-safe; nothing in it blocks or fails.
public interface Tray extends AutoCloseable {
    /// Says how things are.
    void show(TrayWords words);

    /// Tells something with a bubble beside the sign.
    void tell(Notices.News news);

    @Override
    void close();
}
