package io.medianest.desktop.notification;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.EventListener;
import io.medianest.desktop.api.Events;
import io.medianest.desktop.api.LiveBoard;
import io.medianest.desktop.api.NotificationApi;
import io.medianest.desktop.api.NotificationApi.Which;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.LiveScreen;
import io.medianest.desktop.ui.Notices;
import io.medianest.desktop.ui.Screen;
import io.medianest.model.event.ServerEvent;
import io.medianest.model.notification.Notification;
import io.medianest.model.notification.NotificationList;
import io.medianest.model.notification.UnreadCount;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the person at the window was told: unread first, then the newest first. What is marked as read stays where it
/// is until the list is read again, so that nothing moves under the pointer. Belongs to the FX thread.
public final class NotificationsViewModel implements EventListener {
    private final NotificationApi api;
    private final Events events;
    private final LiveBoard board;
    private final Async async;
    private final Notices notices;
    private final LiveScreen<List<Notification>> screen;
    private final ReadOnlyObjectWrapper<Which> which = new ReadOnlyObjectWrapper<>(Which.ALL);
    private final Object reading = new Object();

    public NotificationsViewModel(
            NotificationApi api, Events events, LiveBoard board, Async async, Notices notices, Clock clock) {
        this.api = api;
        this.events = events;
        this.board = board;
        this.async = async;
        this.notices = notices;
        this.screen = new LiveScreen<>(clock, this::refresh);
    }

    /// Keeps up with the events from now on.
    public void start() {
        screen.follow(events, this);
    }

    public void close() {
        screen.close();
        async.cancel(reading);
    }

    public ReadOnlyObjectProperty<Screen<List<Notification>>> screenProperty() {
        return screen.property();
    }

    public ReadOnlyObjectProperty<Which> whichProperty() {
        return which.getReadOnlyProperty();
    }

    /// How many are not read, listed or not.
    public ReadOnlyLongProperty unreadProperty() {
        return board.unreadProperty();
    }

    public void show(Which wanted) {
        if (wanted != which.get()) {
            which.set(wanted);
            refresh();
        }
    }

    /// Reads the list again.
    public void refresh() {
        Which wanted = which.get();
        screen.reading();
        async.latest(reading, () -> api.newest(wanted)).then(this::arrived, screen::failed);
    }

    private void arrived(NotificationList list) {
        board.noteUnread(list.unreadCount());
        var sorted = list.notifications().stream()
                .sorted(Comparator.comparing(Notification::read))
                .toList();
        screen.show(sorted.isEmpty() ? Screen.empty() : Screen.of(sorted));
    }

    /// Marks one as read, at once; where the server says no, the list is read again.
    public void read(Notification news) {
        if (news.read()) {
            return;
        }
        mark(other -> other.id().equals(news.id()));
        async.run(() -> api.read(news.id())).then(this::left, this::notMarked);
    }

    public void readAll() {
        mark(_ -> true);
        async.run(api::readAll).then(this::left, this::notMarked);
    }

    private void left(UnreadCount count) {
        board.noteUnread(count.unreadCount());
    }

    private void notMarked(ApiException problem) {
        notices.problem(problem);
        refresh();
    }

    private void mark(Predicate<Notification> which) {
        var marked = listed().stream()
                .map(news -> which.test(news) ? asRead(news) : news)
                .toList();
        if (!marked.isEmpty()) {
            screen.update(marked);
        }
    }

    private static Notification asRead(Notification news) {
        return new Notification(
                news.id(), news.type(), news.title(), news.message(), news.timestamp(), true, news.actionUrl());
    }

    private List<Notification> listed() {
        return screen.get() instanceof Screen.Content<List<Notification>>(var list, var _) ? list : List.of();
    }

    @Override
    public void on(ServerEvent event) {
        if (event instanceof ServerEvent.NotificationAdded(var _, Notification news) && canBeAdded(news)) {
            screen.update(Stream.concat(Stream.of(news), listed().stream())
                    .limit(NotificationApi.MOST)
                    .toList());
        }
    }

    /// What is being read just now comes with that; there is nothing to add to a list that could not be read.
    private boolean canBeAdded(Notification news) {
        boolean isThere = screen.get() instanceof Screen.Content || screen.get() instanceof Screen.Empty;
        return isThere && listed().stream().noneMatch(known -> known.id().equals(news.id()));
    }

    @Override
    public void missedSome() {
        refresh();
    }
}
