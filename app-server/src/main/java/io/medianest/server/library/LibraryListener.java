package io.medianest.server.library;

/// Wants to know when titles come into the library. Told once each, after the commit; a crash in between
/// swallows the message, wherefore who depends on it also asks [Library] when it starts.
@FunctionalInterface
public interface LibraryListener {
    void changed(LibraryChanged change);
}
