package io.medianest.desktop.download;

import io.medianest.desktop.api.DownloadApi;
import io.medianest.desktop.api.DownloadFilter.Scope;
import io.medianest.desktop.api.EventListener;
import io.medianest.desktop.api.Events;
import io.medianest.desktop.download.DownloadQuery.Ended;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Notices;
import io.medianest.desktop.ui.Screen;
import io.medianest.model.account.Role;
import io.medianest.model.account.User;
import io.medianest.model.download.Download;
import io.medianest.model.event.ServerEvent;
import java.time.Clock;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The downloads: the queue and what has ended, read once and then kept current by events. Belongs to the FX thread.
public final class DownloadsViewModel implements EventListener {
    private final DownloadApi api;
    private final DownloadReader reader;
    private final Events events;
    private final Async async;
    private final Notices notices;
    private final ObservableValue<@Nullable User> me;
    private final DownloadRows rows = new DownloadRows(this::myId);
    private final QueueViewModel queue;
    private final DownloadPages pages;
    private final Gathering progress;
    private final ReadOnlyObjectWrapper<@Nullable DownloadRow> pointedAt = new ReadOnlyObjectWrapper<>();
    private final Object lookingUp = new Object();
    private Subscription person = Subscription.EMPTY;

    /// Reads nothing before it is started.
    ///
    /// @param me the person at the window, once that is known
    public DownloadsViewModel(
            DownloadApi api,
            Events events,
            Async async,
            Notices notices,
            ObservableValue<@Nullable User> me,
            Clock clock) {
        this.api = api;
        this.reader = new DownloadReader(api);
        this.events = events;
        this.async = async;
        this.notices = notices;
        this.me = me;
        this.queue = new QueueViewModel(reader, async, rows);
        this.pages = new DownloadPages(reader, async, rows, queue, clock);
        this.progress = new Gathering(async, rows::changed);
    }

    /// Reads the list and keeps up with the events from now on. An admin sees everybody's at first: the queue is one
    /// for the whole household.
    public void start() {
        pages.screen().follow(events, this);
        refresh();
        person = me.subscribe(now -> {
            if (now != null && now.role() == Role.ADMIN) {
                show(Scope.ALL);
            }
        });
    }

    public void close() {
        pages.close();
        person.unsubscribe();
        queue.cancel();
        progress.cancel();
        async.cancel(lookingUp);
    }

    public ReadOnlyObjectProperty<Screen<ObservableList<DownloadLine>>> screenProperty() {
        return pages.screen().property();
    }

    public ReadOnlyObjectProperty<DownloadQuery> queryProperty() {
        return pages.queryProperty();
    }

    /// True while rows are changing places, when each for a moment is not there.
    public ReadOnlyBooleanProperty arrangingProperty() {
        return rows.arrangingProperty();
    }

    /// The row that somebody came here for.
    public ReadOnlyObjectProperty<@Nullable DownloadRow> pointedAtProperty() {
        return pointedAt.getReadOnlyProperty();
    }

    /// Whether the person at the window sees and decides everybody's downloads.
    public ObservableValue<Boolean> decidesProperty() {
        return me.map(user -> user != null && user.role() == Role.ADMIN).orElse(false);
    }

    public QueueViewModel queue() {
        return queue;
    }

    /// What can be done about the rows.
    public DownloadActionsViewModel actions(DownloadActionsViewModel.Desk desk) {
        return new DownloadActionsViewModel(api, async, notices, desk, me, rows);
    }

    /// Of the person at the window; empty until that is known.
    String myId() {
        User user = me.getValue();
        return user == null ? "" : user.id();
    }

    public void show(Scope scope) {
        pages.narrow(pages.queryProperty().get().with(scope));
    }

    public void show(Ended ended) {
        pages.narrow(pages.queryProperty().get().with(ended));
    }

    /// Reads again all that is shown.
    public void refresh() {
        pages.refresh();
    }

    /// Reads the next of what has ended, unless there is none or something is on its way.
    public void readMore() {
        pages.readMore();
    }

    /// Shows the videos of a playlist below it, or no more.
    public void toggle(DownloadRow row) {
        if (!row.isPlaylist()) {
            return;
        }
        if (row.state().unfolded()) {
            rows.fold(row);
            return;
        }
        DownloadQuery wanted = rows.query();
        async.latest(row, () -> reader.videos(wanted, row.id()))
                .then(videos -> rows.unfold(row, videos), notices::problem);
    }

    /// A wish was put into the queue.
    public void added(Download download) {
        changed(download);
        lookAt(download.id());
    }

    /// Points at a download, whether it is listed or not.
    public void lookAt(String id) {
        DownloadRow row = rows.row(id);
        if (row != null) {
            pointedAt.set(null);
            pointedAt.set(row);
            return;
        }
        async.latest(lookingUp, () -> api.show(id)).then(this::found, notices::problem);
    }

    /// A video of a playlist is shown by its playlist.
    private void found(Download download) {
        String playlist = download.playlistId();
        if (playlist != null) {
            lookAt(playlist);
            return;
        }
        pointedAt.set(rows.list(download));
        pages.changed();
    }

    @Override
    public void on(ServerEvent event) {
        switch (event) {
            case ServerEvent.DownloadChanged(Download download) -> {
                progress.drop(download.id());
                changed(download);
            }
            case ServerEvent.DownloadProgressed(Download download) -> progress.add(download);
            case ServerEvent.RequestCreated _,
                    ServerEvent.RequestChanged _,
                    ServerEvent.ServiceChecked _,
                    ServerEvent.PreferencesChanged _,
                    ServerEvent.NotificationAdded _,
                    ServerEvent.IncidentOpened _,
                    ServerEvent.IncidentResolved _ -> {
                // Concerns other screens.
            }
        }
    }

    @Override
    public void missedSome() {
        refresh();
    }

    private void changed(Download download) {
        DownloadRow row = rows.row(download);
        Download before = row == null ? null : row.download();
        rows.changed(download);
        pages.changed();
        if (before == null || before.status() != download.status()) {
            queue.askSoon();
        } else if (mayHaveBeenMoved(before, download)) {
            queue.reorderSoon();
        }
    }

    /// Of a move nothing is told but that something happened.
    private static boolean mayHaveBeenMoved(Download before, Download now) {
        return now.status().isOpen()
                && before.version() == now.version()
                && now.playlistId() == null
                && now.speedBytesPerSecond() == null
                && Objects.equals(before.items(), now.items());
    }
}
