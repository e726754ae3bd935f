package io.medianest.desktop.request;

import static io.medianest.desktop.SampleRequests.pending;
import static io.medianest.desktop.SampleRequests.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakeApi;
import io.medianest.desktop.FakeEvents;
import io.medianest.desktop.FakeNotices;
import io.medianest.desktop.SampleRequests;
import io.medianest.desktop.api.Connection;
import io.medianest.desktop.api.RequestFilter.Scope;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Screen;
import io.medianest.model.account.User;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.event.ServerEvent.RequestChanged;
import io.medianest.model.event.ServerEvent.RequestCreated;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.RequestStage;
import io.medianest.model.request.RequestStatus;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RequestListViewModelTest {
    private final FakeApi api = new FakeApi();
    private final FakeEvents events = new FakeEvents();
    private final FakeNotices notices = new FakeNotices();
    private final Deque<Runnable> underWay = new ArrayDeque<>();
    private final SimpleObjectProperty<@Nullable User> me = new SimpleObjectProperty<>(api.user());

    @BeforeEach
    void noRequests() {
        api.clearRequests();
    }

    private RequestListViewModel started(Executor io) {
        var async = new Async(io, Runnable::run, _ -> {});
        var clock = Clock.fixed(FakeApi.NOW, ZoneOffset.UTC);
        var model = new RequestListViewModel(api, events, async, notices, me, clock);
        model.start();
        return model;
    }

    private RequestListViewModel started() {
        return started(Runnable::run);
    }

    private void keepPending(int count) {
        for (int i = 0; i < count; i++) {
            api.keep(pending(i));
        }
    }

    private static ObservableList<RequestRow> rows(RequestListViewModel model) {
        if (model.screenProperty().get() instanceof Screen.Content<ObservableList<RequestRow>>(var rows, var _)) {
            return rows;
        }
        throw new AssertionError("No rows: " + model.screenProperty().get());
    }

    private static List<String> ids(RequestListViewModel model) {
        return rows(model).stream().map(RequestRow::id).toList();
    }

    private void arriveAll() {
        while (!underWay.isEmpty()) {
            underWay.remove().run();
        }
    }

    @Test
    @DisplayName("the list is read page by page, each row once")
    void pages() {
        keepPending(65);
        var model = started();
        assertThat(ids(model)).hasSize(30).first().isEqualTo("r0");
        model.readMore();
        assertThat(ids(model)).hasSize(60);
        model.readMore();
        assertThat(ids(model)).hasSize(65).doesNotHaveDuplicates().last().isEqualTo("r64");
        assertThat(model.moreProperty().get()).isEqualTo(More.NOTHING);
    }

    @Test
    @DisplayName("what is shown is read again in large pieces, however small those were in which it came")
    void readAgain() {
        keepPending(250);
        var model = started();
        while (model.moreProperty().get() == More.UNREAD) {
            model.readMore();
        }
        assertThat(ids(model)).hasSize(250);
        int before = listsRead();

        model.refresh();

        assertThat(listsRead() - before).isEqualTo(3);
        assertThat(ids(model)).hasSize(250).doesNotHaveDuplicates();
    }

    private int listsRead() {
        return (int)
                api.calls.stream().filter(call -> call.startsWith("requests ")).count();
    }

    @Test
    @DisplayName("a change repaints the row in its place: the list itself does not change")
    void repaintsInPlace() {
        keepPending(5);
        var model = started();
        RequestRow row = rows(model).get(2);
        var changes = new ArrayList<Object>();
        rows(model).addListener((ListChangeListener<RequestRow>) changes::add);

        events.publish(new RequestChanged(FakeApi.with(pending(2), RequestStatus.APPROVED, RequestStage.DOWNLOADING)));

        assertThat(rows(model).get(2)).isSameAs(row);
        assertThat(row.request().stage()).isEqualTo(RequestStage.DOWNLOADING);
        assertThat(changes).isEmpty();
    }

    @Test
    @DisplayName("an event that was overtaken by a newer version changes nothing")
    void overtaken() {
        MediaRequest newer = FakeApi.with(pending(1), RequestStatus.APPROVED, RequestStage.SUBMITTED);
        api.keep(newer);
        var model = started();
        events.publish(new RequestChanged(pending(1)));
        assertThat(rows(model).getFirst().request()).isEqualTo(newer);
    }

    @Test
    @DisplayName("a new request appears at its place, and shifts no page that is read later")
    void appears() {
        for (int i = 1; i <= 40; i++) {
            api.keep(pending(i));
        }
        var model = started();
        List<MediaRequest> before = api.all();
        api.clearRequests();
        api.keep(pending(0));
        before.forEach(api::keep);
        events.publish(new RequestCreated(pending(0)));
        assertThat(ids(model)).hasSize(31).startsWith("r0", "r1");

        model.readMore();

        assertThat(ids(model)).hasSize(41).doesNotHaveDuplicates().endsWith("r40");
    }

    @Test
    @DisplayName("events that arrive while a page is on its way are not lost")
    void duringReading() {
        keepPending(3);
        api.removeRequest("r0");
        var model = started(underWay::add);

        events.publish(new RequestCreated(pending(0)));
        events.publish(new RequestChanged(FakeApi.with(pending(2), RequestStatus.DENIED, RequestStage.DONE)));
        arriveAll();

        assertThat(ids(model)).containsExactly("r0", "r1", "r2");
        assertThat(rows(model).get(2).request().status()).isEqualTo(RequestStatus.DENIED);
    }

    @Test
    @DisplayName("after a gap everything shown is read again, and every row stays the object it was")
    void gap() {
        keepPending(45);
        var model = started();
        model.readMore();
        var before = List.copyOf(rows(model));
        api.keep(FakeApi.with(pending(44), RequestStatus.APPROVED, RequestStage.QUEUED));
        api.removeRequest("r7");

        events.miss();

        var expected = new ArrayList<>(before);
        expected.remove(7);
        assertThat(rows(model)).containsExactlyElementsOf(expected);
        assertThat(rows(model).getLast().request().status()).isEqualTo(RequestStatus.APPROVED);
    }

    @Test
    @DisplayName("a row that no longer fits the filter leaves, and the last one leaves the screen empty")
    void leavesFilter() {
        keepPending(1);
        var model = started();
        model.show(StatusChoice.PENDING);
        events.publish(new RequestChanged(FakeApi.with(pending(0), RequestStatus.APPROVED, RequestStage.QUEUED)));
        assertThat(model.screenProperty().get()).isInstanceOf(Screen.Empty.class);
        events.publish(new RequestCreated(pending(3)));
        assertThat(ids(model)).containsExactly("r3");
    }

    @Test
    @DisplayName("when all shown are decided, the next ones follow by themselves")
    void refills() {
        keepPending(40);
        var model = started();
        model.show(StatusChoice.PENDING);
        model.marks().all();

        model.decisions()
                .carryOut(RequestAction.APPROVE, model.marks().property().get(), null);

        assertThat(ids(model)).hasSize(10).contains("r30", "r39");
        assertThat(model.marks().property().get()).isEmpty();
        assertThat(notices.told).containsExactly("GOOD request.doneSeveral.APPROVE [30]");
    }

    @Test
    @DisplayName("somebody else's request is not listed among mine, but among all")
    void scope() {
        keepPending(1);
        var model = started();
        var other = SampleRequests.by("usr_2", "Mia", 4, RequestStatus.PENDING, RequestStage.QUEUED);
        events.publish(new RequestCreated(other));
        assertThat(ids(model)).containsExactly("r0");
        model.show(Scope.ALL);
        events.publish(new RequestCreated(other));
        assertThat(ids(model)).containsExactly("r0", "r4");
        assertThat(api.calls).contains("requests ALL null");
    }

    @Test
    @DisplayName("a search is sent as typed and decides about events too")
    void search() {
        keepPending(60);
        var model = started();
        model.search(" metro ");
        assertThat(rows(model))
                .isNotEmpty()
                .allMatch(row -> row.request().title().equals("Metropolis"));
        events.publish(new RequestCreated(pending(61)));
        assertThat(rows(model)).noneMatch(row -> row.id().equals("r61"));
        assertThat(model.queryProperty().get().isNarrowed()).isTrue();
    }

    @Test
    @DisplayName("offline keeps the rows and says since when they are a copy; back on line they are read again")
    void offline() {
        keepPending(2);
        var model = started();
        events.connection.set(Connection.RECONNECTING);
        assertThat(stale(model)).isFalse();
        events.connection.set(Connection.OFFLINE);
        assertThat(stale(model)).isTrue();
        assertThat(ids(model)).containsExactly("r0", "r1");
        api.keep(pending(2));
        events.connection.set(Connection.LIVE);
        assertThat(stale(model)).isFalse();
        assertThat(ids(model)).containsExactly("r0", "r1", "r2");
    }

    private static boolean stale(RequestListViewModel model) {
        return model.screenProperty().get() instanceof Screen.Content<?>(var _, var stale) && stale != null;
    }

    @Test
    @DisplayName("a first reading that fails shows the problem; rows there were stay, marked as a copy")
    void failure() {
        keepPending(2);
        api.failWith(FakeApi.problem(ErrorCode.INTERNAL_ERROR));
        var model = started();
        assertThat(model.screenProperty().get()).isInstanceOf(Screen.Failed.class);
        api.failWith(null);
        model.refresh();
        assertThat(ids(model)).hasSize(2);
        api.failWith(FakeApi.problem(ErrorCode.INTERNAL_ERROR));
        model.refresh();
        assertThat(stale(model)).isTrue();
    }

    @Test
    @DisplayName("rows of one filter are never shown under another that could not be read")
    void failureOfAnotherFilter() {
        keepPending(2);
        var model = started();
        api.failWith(FakeApi.problem(ErrorCode.INTERNAL_ERROR));
        model.show(StatusChoice.DENIED);
        assertThat(model.screenProperty().get()).isInstanceOf(Screen.Failed.class);
    }

    @Test
    @DisplayName("a further page that fails can be asked for again")
    void failureOfMore() {
        keepPending(40);
        var model = started();
        api.failWith(FakeApi.problem(ErrorCode.UPSTREAM_TIMEOUT));
        model.readMore();
        assertThat(model.moreProperty().get()).isEqualTo(More.FAILED);
        api.failWith(null);
        model.readMore();
        assertThat(ids(model)).hasSize(40);
    }

    @Test
    @DisplayName("one refused decision does not hold up the others, and both are told")
    void oneRefused() {
        keepPending(2);
        var model = started();
        events.publish(new RequestCreated(pending(5)));
        model.marks().all();

        model.decisions().carryOut(RequestAction.DENY, model.marks().property().get(), "  Not on this disk ");

        assertThat(api.calls).contains("deny r0 Not on this disk", "deny r1 Not on this disk");
        assertThat(rows(model).stream().map(row -> row.request().status()))
                .containsExactly(RequestStatus.DENIED, RequestStatus.DENIED, RequestStatus.PENDING);
        assertThat(notices.told)
                .containsExactly("GOOD request.doneSeveral.DENY [2]", "BAD request.refused [1, 3]", "NOT_FOUND");
    }

    @Test
    @DisplayName("cancelling repaints the row even before the event arrives")
    void cancel() {
        keepPending(1);
        var model = started();
        model.decisions()
                .carryOut(RequestAction.CANCEL, List.of(rows(model).getFirst().request()), null);
        assertThat(rows(model).getFirst().request().status()).isEqualTo(RequestStatus.CANCELLED);
        assertThat(model.decisions().underWay()).isEmpty();
    }

    @Test
    @DisplayName("while a decision is under way it cannot be made twice")
    void twice() {
        keepPending(1);
        var model = started(underWay::add);
        arriveAll();
        var request = List.of(rows(model).getFirst().request());
        model.decisions().carryOut(RequestAction.APPROVE, request, null);
        model.decisions().carryOut(RequestAction.APPROVE, request, null);
        arriveAll();
        assertThat(api.calls).containsOnlyOnce("approve r0 null");
    }

    @Test
    @DisplayName("the selected request's panel follows its row, and nobody listens after closing")
    void panelFollows() {
        api.keep(request(2, RequestStatus.APPROVED, RequestStage.SUBMITTED));
        var model = started();
        model.select(rows(model).getFirst());
        MediaRequest done = FakeApi.with(rows(model).getFirst().request(), RequestStatus.AVAILABLE, RequestStage.DONE);
        api.keep(done);
        events.publish(new RequestChanged(done));
        assertThat(model.panel().requestProperty().get()).isEqualTo(done);
        model.close();
        assertThat(events.listeners()).isZero();
    }
}
