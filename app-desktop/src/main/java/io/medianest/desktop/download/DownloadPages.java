package io.medianest.desktop.download;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.DownloadFilter.Scope;
import io.medianest.desktop.download.DownloadLine.Mark;
import io.medianest.desktop.download.DownloadQuery.Ended;
import io.medianest.desktop.download.DownloadReader.Beginning;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.LiveScreen;
import io.medianest.desktop.ui.Screen;
import io.medianest.model.download.DownloadPage;
import java.time.Clock;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;

/// Reads the rows: the queue and the beginning of what has ended, then what follows piece by piece. Belongs to the FX
/// thread.
final class DownloadPages {
    private final DownloadReader reader;
    private final Async async;
    private final DownloadRows rows;
    private final QueueViewModel queue;
    private final LiveScreen<ObservableList<DownloadLine>> screen;
    private final ReadOnlyObjectWrapper<DownloadQuery> query =
            new ReadOnlyObjectWrapper<>(new DownloadQuery(Scope.MINE, Ended.ALL));
    private boolean reading;
    /// The page to go on with when the last one brought nothing new; 0 when it did.
    private int skipTo;

    /// Reads nothing by itself.
    DownloadPages(DownloadReader reader, Async async, DownloadRows rows, QueueViewModel queue, Clock clock) {
        this.reader = reader;
        this.async = async;
        this.rows = rows;
        this.queue = queue;
        this.screen = new LiveScreen<>(clock, this::refresh);
    }

    LiveScreen<ObservableList<DownloadLine>> screen() {
        return screen;
    }

    ReadOnlyObjectProperty<DownloadQuery> queryProperty() {
        return query.getReadOnlyProperty();
    }

    void close() {
        screen.close();
        async.cancel(this);
    }

    void narrow(DownloadQuery changed) {
        if (!changed.equals(query.get())) {
            query.set(changed);
            read(DownloadReader.PAGE_SIZE);
        }
    }

    /// Reads again all that is shown.
    void refresh() {
        read(Math.max(DownloadReader.PAGE_SIZE, rows.endedCount()));
    }

    private void read(int atLeast) {
        DownloadQuery wanted = query.get();
        if (screen.get() instanceof Screen.Failed) {
            screen.reading();
        }
        reading = true;
        queue.cancel();
        rows.expectAnswer();
        async.latest(this, () -> reader.beginning(wanted, atLeast)).then(read -> arrived(wanted, read), this::failed);
    }

    private void arrived(DownloadQuery wanted, Beginning read) {
        reading = false;
        skipTo = 0;
        queue.show(read.queue().state());
        rows.endWith(null);
        rows.replace(wanted, read);
        screen.show(rows.isEmpty() ? Screen.empty() : Screen.of(rows.lines()));
    }

    private void failed(ApiException problem) {
        reading = false;
        boolean rowsOfAnotherQuery = !rows.query().equals(query.get());
        if (rowsOfAnotherQuery) {
            screen.show(Screen.failed(problem));
        } else {
            screen.failed(problem);
        }
    }

    /// Reads the next of what has ended, unless there is none or something is on its way.
    void readMore() {
        if (reading || !rows.hasMore() || !(screen.get() instanceof Screen.Content)) {
            return;
        }
        reading = true;
        rows.endWith(Mark.READING);
        int number = Math.max(rows.endedCount() / DownloadReader.PAGE_SIZE + 1, skipTo);
        DownloadQuery wanted = rows.query();
        async.latest(this, () -> reader.ended(wanted, number)).then(page -> appended(number, page), _ -> moreFailed());
    }

    private void appended(int number, DownloadPage page) {
        reading = false;
        rows.endWith(null);
        int added = rows.append(page);
        skipTo = added == 0 ? number + 1 : 0;
    }

    private void moreFailed() {
        reading = false;
        rows.endWith(Mark.FAILED);
    }

    /// Rows came, went or changed.
    void changed() {
        switch (screen.get()) {
            case Screen.Loading<?> _, Screen.Failed<?> _ -> {
                // The reading that comes will show it.
            }
            case Screen.Empty<?> _, Screen.Content<?> _ -> {
                if (rows.isEmpty()) {
                    screen.show(Screen.empty());
                } else {
                    screen.update(rows.lines());
                }
            }
        }
    }
}
