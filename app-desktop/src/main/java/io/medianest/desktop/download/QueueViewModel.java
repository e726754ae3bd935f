package io.medianest.desktop.download;

import io.medianest.desktop.ui.Async;
import io.medianest.model.download.DownloadQueueState;
import java.time.Duration;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How the queue of the household is doing: what runs, what is free on the disk. No event tells of that, so it is asked
/// when downloads move on. Belongs to the FX thread.
public final class QueueViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(QueueViewModel.class);
    /// Several events of one decision are answered by one reading.
    private static final Duration GATHERING = Duration.ofMillis(300);

    private final DownloadReader reader;
    private final Async async;
    private final DownloadRows rows;
    private final Object asking = new Object();
    private final Object reordering = new Object();
    private final ReadOnlyObjectWrapper<@Nullable DownloadQueueState> state = new ReadOnlyObjectWrapper<>();

    QueueViewModel(DownloadReader reader, Async async, DownloadRows rows) {
        this.reader = reader;
        this.async = async;
        this.rows = rows;
    }

    /// Absent until it is known.
    public ReadOnlyObjectProperty<@Nullable DownloadQueueState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    void show(DownloadQueueState now) {
        state.set(now);
    }

    /// A download moved on.
    void askSoon() {
        DownloadQuery query = rows.query();
        async.latest(asking, GATHERING, () -> reader.state(query))
                .then(state::set, problem -> LOG.debug("The queue was not told", problem));
    }

    /// Somebody may have changed the order.
    void reorderSoon() {
        DownloadQuery query = rows.query();
        async.latest(reordering, GATHERING, () -> reader.queue(query))
                .then(
                        queue -> {
                            state.set(queue.state());
                            rows.reorder(queue.downloads());
                        },
                        problem -> LOG.debug("The order of the queue was not told", problem));
    }

    /// A reading of everything is under way, or nobody looks any more.
    void cancel() {
        async.cancel(asking);
        async.cancel(reordering);
    }
}
