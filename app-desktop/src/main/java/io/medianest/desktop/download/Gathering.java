package io.medianest.desktop.download;

import io.medianest.desktop.ui.Async;
import io.medianest.model.download.Download;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// What is told of bytes within a moment is handed on once, so that a row is not painted more often than eyes can
/// follow. Belongs to the FX thread.
final class Gathering {
    private static final Duration MOMENT = Duration.ofMillis(100);

    private final Async async;
    private final Consumer<Download> onward;
    private final Map<String, Download> newest = new LinkedHashMap<>();

    Gathering(Async async, Consumer<Download> onward) {
        this.async = async;
        this.onward = onward;
    }

    void add(Download download) {
        boolean first = newest.isEmpty();
        newest.put(download.id(), download);
        if (first) {
            async.latest(this, MOMENT, () -> true).then(_ -> handOn(), _ -> handOn());
        }
    }

    /// Something more important was told of it.
    void drop(String id) {
        newest.remove(id);
    }

    private void handOn() {
        var gathered = List.copyOf(newest.values());
        newest.clear();
        gathered.forEach(onward);
    }

    void cancel() {
        async.cancel(this);
        newest.clear();
    }
}
