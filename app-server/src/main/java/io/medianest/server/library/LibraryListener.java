package io.medianest.server.library;

import io.medianest.model.media.TitleKey;
import io.medianest.server.platform.db.Tx;
import java.util.Set;

/// Wants to know what comes into the library and what leaves it.
public interface LibraryListener {
    /// Titles have come. Told once each, after the commit; a crash in between swallows the message, wherefore who
    /// depends on it also asks [Library] when it starts.
    void changed(LibraryChanged change);

    /// Titles leave it, under whatever number they were there. Told in the transaction that takes them out, so that
    /// what follows from it is never forgotten.
    void gone(Tx tx, Set<TitleKey> titles);
}
