package io.medianest.desktop.download;

import static io.medianest.desktop.SampleDownloads.later;
import static io.medianest.desktop.SampleDownloads.same;
import static io.medianest.desktop.SampleDownloads.video;
import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakeApi;
import io.medianest.desktop.FakeDownloads;
import io.medianest.desktop.FakeEvents;
import io.medianest.desktop.FakeNotices;
import io.medianest.desktop.QueuedExecutor;
import io.medianest.desktop.api.Connection;
import io.medianest.desktop.api.DownloadFilter.Scope;
import io.medianest.desktop.download.DownloadLine.Mark;
import io.medianest.desktop.download.DownloadQuery.Ended;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Screen;
import io.medianest.model.account.User;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadStatus;
import io.medianest.model.download.PlaylistItems;
import io.medianest.model.event.ServerEvent.DownloadChanged;
import io.medianest.model.event.ServerEvent.DownloadProgressed;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DownloadsViewModelTest {
    private final FakeApi server = new FakeApi();
    private final FakeDownloads api = server.downloads();
    private final FakeEvents events = new FakeEvents();
    private final FakeNotices notices = new FakeNotices();
    private final SimpleObjectProperty<@Nullable User> me = new SimpleObjectProperty<>(server.user());

    private DownloadsViewModel started(Executor io) {
        var async = new Async(io, Runnable::run, _ -> {});
        var clock = Clock.fixed(FakeApi.NOW, ZoneOffset.UTC);
        var model = new DownloadsViewModel(api, events, async, notices, me, clock);
        model.start();
        return model;
    }

    private DownloadsViewModel started() {
        return started(Runnable::run);
    }

    private static ObservableList<DownloadLine> lines(DownloadsViewModel model) {
        if (model.screenProperty().get() instanceof Screen.Content<ObservableList<DownloadLine>>(var lines, var _)) {
            return lines;
        }
        throw new AssertionError("No lines: " + model.screenProperty().get());
    }

    /// The ids of the rows, and the names of what stands between them.
    private static List<String> shown(DownloadsViewModel model) {
        return lines(model).stream()
                .map(line -> switch (line) {
                    case DownloadRow row -> row.id();
                    case Mark mark -> mark.name();
                })
                .toList();
    }

    private static DownloadRow row(DownloadsViewModel model, String id) {
        return lines(model).stream()
                .filter(line -> line instanceof DownloadRow row && row.id().equals(id))
                .map(DownloadRow.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Download ended(int number) {
        return video(number)
                .completed("/videos/" + number + ".mp4", 1_100_000_000L)
                .done();
    }

    @Test
    @DisplayName("the queue stands above what has ended, and those that wait know their place")
    void order() {
        api.keep(
                ended(9),
                video(1).running(40, 8_200_000, 72).done(),
                video(2).done(),
                video(3).done(),
                video(8).failed("The video is private.").done());
        var model = started();
        assertThat(shown(model)).containsExactly("d1", "d2", "d3", "ENDED", "d8", "d9");
        assertThat(row(model, "d1").state().place()).isZero();
        assertThat(row(model, "d2").state().place()).isEqualTo(1);
        assertThat(row(model, "d3").state().place()).isEqualTo(2);
        assertThat(row(model, "d1").state().edge()).isEqualTo(Edge.FIRST);
        assertThat(row(model, "d3").state().edge()).isEqualTo(Edge.LAST);
    }

    @Test
    @DisplayName("bytes that arrive repaint their row alone, and only once within a moment")
    void progress() {
        var work = new QueuedExecutor();
        Download running = video(1).running(10, 5_000_000, 90).done();
        api.keep(running, video(2).done());
        var model = started(work);
        work.runNext();
        while (work.size() > 0) {
            work.runNext();
        }
        DownloadRow row = row(model, "d1");
        var changes = new ArrayList<Object>();
        lines(model).addListener((ListChangeListener<DownloadLine>) changes::add);
        var painted = new ArrayList<RowState>();
        row.stateProperty().addListener((_, _, now) -> painted.add(now));

        for (int percent = 11; percent <= 30; percent++) {
            int reached = percent;
            events.publish(
                    new DownloadProgressed(same(running, draft -> draft.running(reached, 6_000_000, 100L - reached))));
        }
        assertThat(painted).isEmpty();
        assertThat(work.size()).isEqualTo(1);
        work.runNext();

        assertThat(painted).hasSize(1);
        assertThat(row.state().progress()).isEqualTo(new Progress(30, 6_000_000L, 70L));
        assertThat(changes).isEmpty();
    }

    @Test
    @DisplayName("an event that says nothing of bytes leaves bar and speed as they are")
    void keepsBytes() {
        Download running = video(1).running(50, 5_000_000, 60).done();
        api.keep(running);
        var model = started();
        events.publish(new DownloadChanged(later(running, draft -> draft.at(20).titled("A Better Title"))));
        DownloadRow row = row(model, "d1");
        assertThat(row.download().title()).isEqualTo("A Better Title");
        assertThat(row.state().progress()).isEqualTo(new Progress(50, 5_000_000L, 60L));
    }

    @Test
    @DisplayName("an event that was overtaken by a newer version changes nothing")
    void overtaken() {
        Download before = video(1).running(99, 1, 1).done();
        Download after = later(before, draft -> draft.completed("/videos/1.mp4", 5));
        api.keep(after);
        var model = started();
        events.publish(new DownloadProgressed(before));
        assertThat(shown(model)).containsExactly("ENDED", "d1");
        assertThat(row(model, "d1").download()).isEqualTo(after);
    }

    @Test
    @DisplayName("what begins goes to the front, what ends goes below, and each row stays the object it was")
    void lifeOfOne() {
        api.keep(video(1).running(5, 1, 1).done(), video(2).done(), video(3).done());
        var model = started();
        DownloadRow third = row(model, "d3");
        api.calls.clear();

        events.publish(new DownloadChanged(later(third.download(), draft -> draft.is(DownloadStatus.DOWNLOADING))));
        assertThat(shown(model)).containsExactly("d1", "d3", "d2", "ENDED", "NOTHING_ENDED");
        events.publish(new DownloadChanged(later(third.download(), draft -> draft.completed("/videos/3.mp4", 9))));

        assertThat(shown(model)).containsExactly("d1", "d2", "ENDED", "d3");
        assertThat(row(model, "d3")).isSameAs(third);
        assertThat(api.calls)
                .as("nothing but the state of the queue is asked for")
                .containsOnly("list ALL ACTIVE null");
    }

    @Test
    @DisplayName("a new one comes last in the queue, one that is tried again comes next")
    void places() {
        Download failed = video(9).failed("It broke off").done();
        api.keep(video(1).running(5, 1, 1).done(), video(2).done(), failed);
        var model = started();
        events.publish(new DownloadChanged(video(4).done()));
        events.publish(new DownloadChanged(later(failed, draft -> draft.is(DownloadStatus.QUEUED))));
        assertThat(shown(model)).containsExactly("d1", "d9", "d2", "d4", "ENDED", "NOTHING_ENDED");
    }

    @Test
    @DisplayName("when somebody has changed the order, the queue follows")
    void movedElsewhere() {
        api.keep(video(1).done(), video(2).done(), video(3).done());
        var model = started();
        DownloadRow third = row(model, "d3");
        api.first("d3");
        events.publish(new DownloadChanged(third.download()));
        assertThat(shown(model)).startsWith("d3", "d1", "d2");
        assertThat(row(model, "d3")).isSameAs(third);
    }

    @Test
    @DisplayName("events that arrive while the list is on its way are not lost")
    void duringReading() {
        var work = new QueuedExecutor();
        Download waiting = video(2).done();
        api.keep(waiting);
        var model = started(work);
        events.publish(new DownloadChanged(later(waiting, draft -> draft.is(DownloadStatus.PAUSED))));
        events.publish(new DownloadChanged(video(7).done()));
        while (work.size() > 0) {
            work.runNext();
        }
        assertThat(shown(model)).startsWith("d2", "d7");
        assertThat(row(model, "d2").download().status()).isEqualTo(DownloadStatus.PAUSED);
    }

    @Test
    @DisplayName("a playlist is one row that unfolds into its videos, which follow their events")
    void playlist() {
        Download list = video(1).playlist(new PlaylistItems(4, 1, 1, 2, 0, 0))
                .is(DownloadStatus.DOWNLOADING)
                .at(25)
                .done();
        Download running = video(12).partOf("d1", 2).running(20, 4_000_000, 30).done();
        api.keep(list, video(11).partOf("d1", 1).completed("/v/1.mp4", 1).done(), running);
        api.keep(video(13).partOf("d1", 3).done(), video(14).partOf("d1", 4).done());
        var model = started();
        assertThat(shown(model)).containsExactly("d1", "ENDED", "NOTHING_ENDED");

        model.toggle(row(model, "d1"));
        assertThat(shown(model)).containsExactly("d1", "d11", "d12", "d13", "d14", "ENDED", "NOTHING_ENDED");

        events.publish(new DownloadProgressed(same(running, draft -> draft.running(80, 6_000_000, 5))));
        assertThat(row(model, "d12").state().progress().percent()).isEqualTo(80);
        assertThat(row(model, "d1").state().progress().percent())
                .as("one of four is there, and most of another")
                .isEqualTo(45);
        assertThat(row(model, "d1").state().progress().bytesPerSecond()).isEqualTo(6_000_000);

        model.toggle(row(model, "d1"));
        assertThat(shown(model)).containsExactly("d1", "ENDED", "NOTHING_ENDED");
    }

    @Test
    @DisplayName("what has ended is read page by page, and a choice narrows it")
    void pages() {
        for (int i = 1; i <= 65; i++) {
            api.keep(ended(i));
        }
        api.keep(video(70).failed("The video is private.").done());
        var model = started();
        assertThat(shown(model)).hasSize(31);
        model.readMore();
        model.readMore();
        assertThat(shown(model)).hasSize(67).doesNotHaveDuplicates().last().isEqualTo("d70");
        model.show(Ended.FAILED);
        assertThat(shown(model)).containsExactly("ENDED", "d70");
        model.show(Ended.COMPLETED);
        assertThat(shown(model)).hasSize(31).doesNotContain("d70");
    }

    @Test
    @DisplayName("a further page that fails says so and can be asked for again")
    void moreFails() {
        for (int i = 1; i <= 40; i++) {
            api.keep(ended(i));
        }
        var model = started();
        api.failWith(FakeApi.problem(ErrorCode.INTERNAL_ERROR));
        model.readMore();
        assertThat(shown(model)).hasSize(32).endsWith("FAILED");
        api.failWith(null);
        model.readMore();
        assertThat(shown(model)).hasSize(41).doesNotContain("FAILED");
    }

    @Test
    @DisplayName("rows that were removed do not keep the next page away")
    void removedShiftPages() {
        for (int i = 1; i <= 45; i++) {
            api.keep(ended(i));
        }
        var model = started();
        var actions = model.actions(new FakeDesk());
        for (int i = 1; i <= 3; i++) {
            actions.choose(DownloadAction.REMOVE, row(model, "d" + i));
        }
        model.readMore();
        model.readMore();
        assertThat(shown(model)).hasSize(43).endsWith("d45");
    }

    @Test
    @DisplayName("an admin sees everybody's at first, and mine alone when that is chosen; others only their own")
    void scope() {
        api.keep(video(1).done(), video(2).of("usr_2", "Mia").done());
        var model = started();
        assertThat(shown(model)).startsWith("d1", "d2");
        model.show(Scope.MINE);
        assertThat(shown(model)).startsWith("d1", "ENDED");
        events.publish(new DownloadChanged(video(3).of("usr_2", "Mia").done()));
        assertThat(shown(model)).startsWith("d1", "ENDED");
    }

    @Test
    @DisplayName("no downloads at all is another matter than none that failed")
    void empty() {
        var model = started();
        assertThat(model.screenProperty().get()).isInstanceOf(Screen.Empty.class);
        api.keep(video(1).done());
        events.publish(new DownloadChanged(video(1).done()));
        assertThat(shown(model)).startsWith("d1");
        model.show(Ended.FAILED);
        assertThat(shown(model)).containsExactly("d1", "ENDED", "NOTHING_ENDED");
    }

    @Test
    @DisplayName("offline keeps the rows and says that they are a copy; back on line they are read again")
    void offline() {
        api.keep(video(1).done());
        var model = started();
        events.connection.set(Connection.OFFLINE);
        assertThat(model.screenProperty().get())
                .isInstanceOfSatisfying(
                        Screen.Content.class,
                        content -> assertThat(content.stale()).isNotNull());
        api.keep(video(2).done());
        events.connection.set(Connection.LIVE);
        assertThat(shown(model)).startsWith("d1", "d2");
    }

    @Test
    @DisplayName("who comes for a download finds it, also a video of a playlist and one that was not read yet")
    void lookAt() {
        for (int i = 1; i <= 40; i++) {
            api.keep(ended(i));
        }
        Download list = video(50)
                .playlist(new PlaylistItems(1, 0, 1, 0, 0, 0))
                .is(DownloadStatus.DOWNLOADING)
                .done();
        api.keep(list, video(51).partOf("d50", 1).done());
        var model = started();
        model.lookAt("d51");
        assertThat(model.pointedAtProperty().get()).isSameAs(row(model, "d50"));
        model.lookAt("d39");
        assertThat(model.pointedAtProperty().get()).isSameAs(row(model, "d39"));
        model.lookAt("nowhere");
        assertThat(notices.said).containsExactly("NOT_FOUND");
    }

    @Test
    @DisplayName("a reading that fails shows the problem, rows that there were stay, and nobody listens after closing")
    void failure() {
        api.failWith(FakeApi.problem(ErrorCode.INTERNAL_ERROR));
        var model = started();
        assertThat(model.screenProperty().get()).isInstanceOf(Screen.Failed.class);
        api.failWith(null);
        api.keep(video(1).done());
        model.refresh();
        api.failWith(FakeApi.problem(ErrorCode.INTERNAL_ERROR));
        events.miss();
        assertThat(shown(model)).startsWith("d1");
        model.close();
        assertThat(events.listeners()).isZero();
    }
}
