package io.medianest.desktop.request;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.EventListener;
import io.medianest.desktop.api.Events;
import io.medianest.desktop.api.MediaNestApi;
import io.medianest.desktop.api.Page;
import io.medianest.desktop.api.RequestFilter.Scope;
import io.medianest.desktop.request.RequestRows.Rest;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.LiveScreen;
import io.medianest.desktop.ui.Notices;
import io.medianest.desktop.ui.Screen;
import io.medianest.model.account.Role;
import io.medianest.model.account.User;
import io.medianest.model.api.PageQuery;
import io.medianest.model.event.ServerEvent;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.RequestPage;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The list of requests: narrowed, ordered, read piece by piece, and kept current by events. Belongs to the FX thread.
public final class RequestListViewModel implements EventListener {
    static final int PAGE_SIZE = 30;
    private static final Duration TYPING = Duration.ofMillis(250);

    private final MediaNestApi api;
    private final Events events;
    private final Async async;
    private final Notices notices;
    private final ObservableValue<@Nullable User> me;
    private final RequestRows rows;
    private final RequestMarks marks;
    private final RequestPanelViewModel panel;
    private final RequestDecisionsViewModel decisions;
    private final ReadOnlyObjectWrapper<RequestQuery> query = new ReadOnlyObjectWrapper<>(RequestQuery.ALL_MINE);
    private final LiveScreen<ObservableList<RequestRow>> screen;
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<More> more = new ReadOnlyObjectWrapper<>(More.NOTHING);
    private final Object lookingUp = new Object();
    private final Object readingList = new Object();
    private final Object readingMore = new Object();
    /// The page to go on with when the last one brought nothing new; 0 when it did.
    private int skipTo;

    /// Reads nothing before it is started.
    ///
    /// @param me the person at the window, once that is known
    public RequestListViewModel(
            MediaNestApi api,
            Events events,
            Async async,
            Notices notices,
            ObservableValue<@Nullable User> me,
            Clock clock) {
        this.me = me;
        this.notices = notices;
        this.api = api;
        this.events = events;
        this.async = async;
        this.screen = new LiveScreen<>(clock, this::refresh);
        this.rows = new RequestRows(this::myId);
        this.marks = new RequestMarks(rows.list());
        this.panel = new RequestPanelViewModel(api, async, clock);
        this.decisions = new RequestDecisionsViewModel(api, async, notices, me, this::changed);
    }

    /// Reads the list and keeps up with the events from now on.
    public void start() {
        screen.follow(events, this);
        refresh();
    }

    public void close() {
        screen.close();
        async.cancel(readingList);
        async.cancel(readingMore);
    }

    public ReadOnlyObjectProperty<Screen<ObservableList<RequestRow>>> screenProperty() {
        return screen.property();
    }

    public ReadOnlyObjectProperty<RequestQuery> queryProperty() {
        return query.getReadOnlyProperty();
    }

    /// The list is being read; what is shown may be about to change.
    public ReadOnlyBooleanProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<More> moreProperty() {
        return more.getReadOnlyProperty();
    }

    /// Whether the person at the window sees and decides everybody's requests.
    public ObservableValue<Boolean> decidesProperty() {
        return me.map(person -> person != null && person.role() == Role.ADMIN).orElse(false);
    }

    /// Of the person at the window; empty until that is known.
    String myId() {
        User person = me.getValue();
        return person == null ? "" : person.id();
    }

    public RequestPanelViewModel panel() {
        return panel;
    }

    public RequestDecisionsViewModel decisions() {
        return decisions;
    }

    public void show(Scope scope) {
        narrow(query.get().with(scope), Duration.ZERO);
    }

    public void show(StatusChoice status) {
        narrow(query.get().with(status), Duration.ZERO);
    }

    public void sort(RequestSort sort) {
        narrow(query.get().with(sort), Duration.ZERO);
    }

    /// Waits for a pause in the typing.
    public void search(String words) {
        narrow(query.get().searching(words), TYPING);
    }

    /// Takes all filters away.
    public void widen() {
        narrow(query.get().searching("").with(StatusChoice.ALL), Duration.ZERO);
    }

    /// Looks at a row.
    public void select(RequestRow row) {
        panel.show(row.request());
    }

    /// Looks at a request, whether it is listed or not.
    public void lookAt(String id) {
        RequestRow row = rows.row(id);
        if (row != null) {
            select(row);
            return;
        }
        async.latest(lookingUp, () -> api.request(id)).then(details -> panel.show(details.request()), notices::problem);
    }

    public RequestMarks marks() {
        return marks;
    }

    private void narrow(RequestQuery changed, Duration delay) {
        if (!changed.equals(query.get())) {
            query.set(changed);
            read(PAGE_SIZE, delay);
        }
    }

    /// Reads again all that is shown.
    public void refresh() {
        read(Math.max(PAGE_SIZE, rows.size()), Duration.ZERO);
    }

    private void read(int atLeast, Duration delay) {
        RequestQuery wanted = query.get();
        if (screen.get() instanceof Screen.Failed) {
            screen.reading();
        }
        reading.set(true);
        async.cancel(readingMore);
        rows.expectAnswer();
        async.latest(readingList, delay, () -> readPages(wanted, atLeast))
                .then(read -> arrived(wanted, read), this::failed);
    }

    private record Beginning(List<MediaRequest> requests, Rest rest) {}

    private Beginning readPages(RequestQuery wanted, int atLeast) {
        var requests = new ArrayList<MediaRequest>();
        int size = Math.min(atLeast, PageQuery.MAX_LIMIT);
        int number = 0;
        RequestPage page;
        do {
            number++;
            page = api.requests(wanted.filter(new Page(number, size)));
            requests.addAll(page.requests());
        } while (page.pagination().hasNext() && requests.size() < atLeast);
        return new Beginning(requests, rest(page));
    }

    private static Rest rest(RequestPage page) {
        return page.pagination().hasNext() ? Rest.MORE : Rest.NONE;
    }

    private void arrived(RequestQuery wanted, Beginning read) {
        reading.set(false);
        skipTo = 0;
        rows.replace(wanted, read.requests(), read.rest());
        screen.show(rows.size() == 0 ? Screen.empty() : Screen.of(rows.list()));
        more.set(rows.hasMore() ? More.UNREAD : More.NOTHING);
        marks.recount();
    }

    private void failed(ApiException problem) {
        reading.set(false);
        boolean rowsOfAnotherQuery = !rows.query().equals(query.get());
        if (rowsOfAnotherQuery) {
            rows.clear();
            screen.show(Screen.failed(problem));
        } else {
            screen.failed(problem);
        }
        more.set(rows.hasMore() && rows.size() > 0 ? More.UNREAD : More.NOTHING);
    }

    /// Reads the next piece, unless there is none or it is on its way.
    public void readMore() {
        boolean wanted = more.get() == More.UNREAD || more.get() == More.FAILED;
        if (!wanted || reading.get()) {
            return;
        }
        more.set(More.READING);
        int number = Math.max(nextPage(), skipTo);
        async.latest(readingMore, () -> api.requests(rows.query().filter(new Page(number, PAGE_SIZE))))
                .then(page -> appended(number, page), _ -> more.set(More.FAILED));
    }

    /// Counted from what is shown: rows that came or went meanwhile have shifted the pages on the server.
    private int nextPage() {
        return rows.size() / PAGE_SIZE + 1;
    }

    private void appended(int number, RequestPage page) {
        int added = rows.append(page.requests(), rest(page));
        skipTo = added == 0 ? number + 1 : 0;
        more.set(rows.hasMore() ? More.UNREAD : More.NOTHING);
    }

    @Override
    public void on(ServerEvent event) {
        switch (event) {
            case ServerEvent.RequestCreated created -> changed(created.request());
            case ServerEvent.RequestChanged moved -> changed(moved.request());
            case ServerEvent.ServiceChecked _,
                    ServerEvent.DownloadChanged _,
                    ServerEvent.DownloadProgressed _,
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
        panel.refresh();
    }

    private void changed(MediaRequest request) {
        rows.changed(request);
        panel.changed(request);
        marks.recount();
        switch (screen.get()) {
            case Screen.Loading<?> _, Screen.Failed<?> _ -> {
                // The reading that comes will show it.
            }
            case Screen.Empty<?> _, Screen.Content<?> _ -> showRows();
        }
    }

    private void showRows() {
        if (rows.hasMore() && rows.size() < PAGE_SIZE) {
            readMore();
        }
        boolean nothing = rows.size() == 0 && !rows.hasMore();
        if (nothing) {
            screen.show(Screen.empty());
        } else {
            screen.update(rows.list());
        }
    }
}
