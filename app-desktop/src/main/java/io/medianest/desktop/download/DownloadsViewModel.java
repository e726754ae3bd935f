package io.medianest.desktop.download;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.DownloadApi;
import io.medianest.desktop.api.DownloadFilter.Scope;
import io.medianest.desktop.api.EventListener;
import io.medianest.desktop.api.Events;
import io.medianest.desktop.download.DownloadLine.Mark;
import io.medianest.desktop.download.DownloadQuery.Ended;
import io.medianest.desktop.download.DownloadReader.Beginning;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.LiveScreen;
import io.medianest.desktop.ui.Notices;
import io.medianest.desktop.ui.Screen;
import io.medianest.model.account.Role;
import io.medianest.model.account.User;
import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadPage;
import io.medianest.model.event.ServerEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The downloads: the queue and what has ended, read once and then kept current by events. Belongs to the FX thread.
public final class DownloadsViewModel implements EventListener {
    /// What is told of bytes within such a time is painted once.
    private static final Duration PAINTING = Duration.ofMillis(100);

    private final DownloadApi api;
    private final DownloadReader reader;
    private final Events events;
    private final Async async;
    private final Notices notices;
    private final ObservableValue<@Nullable User> me;
    private final DownloadRows rows = new DownloadRows(this::myId);
    private final QueueViewModel queue;
    private final LiveScreen<ObservableList<DownloadLine>> screen;
    private final ReadOnlyObjectWrapper<DownloadQuery> query =
            new ReadOnlyObjectWrapper<>(new DownloadQuery(Scope.MINE, Ended.ALL));
    private final ReadOnlyObjectWrapper<@Nullable DownloadRow> pointedAt = new ReadOnlyObjectWrapper<>();
    private final Map<String, Download> unpainted = new LinkedHashMap<>();
    private final Object readingList = new Object();
    private final Object painting = new Object();
    private final Object lookingUp = new Object();
    private Subscription person = Subscription.EMPTY;
    private boolean reading;
    /// The page to go on with when the last one brought nothing new; 0 when it did.
    private int skipTo;

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
        this.screen = new LiveScreen<>(clock, this::refresh);
    }

    /// Reads the list and keeps up with the events from now on. An admin sees everybody's at first: the queue is one
    /// for the whole household.
    public void start() {
        screen.follow(events, this);
        refresh();
        person = me.subscribe(now -> {
            if (now != null && now.role() == Role.ADMIN) {
                show(Scope.ALL);
            }
        });
    }

    public void close() {
        screen.close();
        person.unsubscribe();
        queue.cancel();
        List.of(readingList, painting, lookingUp).forEach(async::cancel);
    }

    public ReadOnlyObjectProperty<Screen<ObservableList<DownloadLine>>> screenProperty() {
        return screen.property();
    }

    public ReadOnlyObjectProperty<DownloadQuery> queryProperty() {
        return query.getReadOnlyProperty();
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
        narrow(query.get().with(scope));
    }

    public void show(Ended ended) {
        narrow(query.get().with(ended));
    }

    private void narrow(DownloadQuery changed) {
        if (!changed.equals(query.get())) {
            query.set(changed);
            read(DownloadReader.PAGE_SIZE);
        }
    }

    /// Reads again all that is shown.
    public void refresh() {
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
        async.latest(readingList, () -> reader.beginning(wanted, atLeast))
                .then(read -> arrived(wanted, read), this::failed);
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
    public void readMore() {
        if (reading || !rows.hasMore() || !(screen.get() instanceof Screen.Content)) {
            return;
        }
        reading = true;
        rows.endWith(Mark.READING);
        int number = Math.max(rows.endedCount() / DownloadReader.PAGE_SIZE + 1, skipTo);
        DownloadQuery wanted = rows.query();
        async.latest(readingList, () -> reader.ended(wanted, number))
                .then(page -> appended(number, page), _ -> moreFailed());
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
        showRows();
    }

    @Override
    public void on(ServerEvent event) {
        switch (event) {
            case ServerEvent.DownloadChanged(Download download) -> {
                unpainted.remove(download.id());
                changed(download);
            }
            case ServerEvent.DownloadProgressed(Download download) -> paintSoon(download);
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

    private void paintSoon(Download download) {
        boolean first = unpainted.isEmpty();
        unpainted.put(download.id(), download);
        if (first) {
            async.latest(painting, PAINTING, () -> true).then(_ -> paint(), _ -> paint());
        }
    }

    private void paint() {
        var newest = List.copyOf(unpainted.values());
        unpainted.clear();
        newest.forEach(rows::changed);
    }

    private void changed(Download download) {
        DownloadRow row = rows.row(download);
        Download before = row == null ? null : row.download();
        rows.changed(download);
        showRows();
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

    private void showRows() {
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
