package io.medianest.server;

import io.medianest.model.media.TitleKey;
import io.medianest.server.library.LibraryChanged;
import io.medianest.server.library.LibraryListener;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.request.RequestFeature;
import java.util.Set;
import java.util.function.Supplier;

/// What the library tells, for those who wait for titles.
record LibraryNews(Supplier<RequestFeature> requests) implements LibraryListener {
    @Override
    public void changed(LibraryChanged change) {
        requests.get().arrived(change.added());
    }

    @Override
    public void gone(Tx tx, Set<TitleKey> titles) {
        requests.get().gone(tx, titles);
    }
}
