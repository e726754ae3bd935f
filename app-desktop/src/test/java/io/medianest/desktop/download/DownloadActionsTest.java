package io.medianest.desktop.download;

import static io.medianest.desktop.SampleDownloads.video;
import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakeApi;
import io.medianest.desktop.FakeDownloads;
import io.medianest.desktop.FakeEvents;
import io.medianest.desktop.FakeNotices;
import io.medianest.desktop.QueuedExecutor;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Screen;
import io.medianest.model.account.Preferences;
import io.medianest.model.account.Role;
import io.medianest.model.account.User;
import io.medianest.model.account.UserStatistics;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadStatus;
import io.medianest.model.download.PlaylistItems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadActionsTest {
    private final FakeApi server = new FakeApi();
    private final FakeDownloads api = server.downloads();
    private final FakeNotices notices = new FakeNotices();
    private final FakeDesk desk = new FakeDesk();
    private final SimpleObjectProperty<@Nullable User> me = new SimpleObjectProperty<>(server.user());
    private Executor io = Runnable::run;
    private DownloadsViewModel list = list();
    private DownloadActionsViewModel actions = list.actions(desk);

    private DownloadsViewModel list() {
        var async = new Async(work -> io.execute(work), Runnable::run, _ -> {});
        return new DownloadsViewModel(
                api, new FakeEvents(), async, notices, me, Clock.fixed(FakeApi.NOW, ZoneOffset.UTC));
    }

    private DownloadRow listed(Download... downloads) {
        api.keep(downloads);
        list.start();
        return row(downloads[0].id());
    }

    private List<DownloadRow> rows() {
        if (list.screenProperty().get() instanceof Screen.Content<ObservableList<DownloadLine>>(var lines, var _)) {
            return lines.stream()
                    .filter(DownloadRow.class::isInstance)
                    .map(DownloadRow.class::cast)
                    .toList();
        }
        return List.of();
    }

    private DownloadRow row(String id) {
        return rows().stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
    }

    private static User child() {
        return new User(
                "usr_2",
                "Mia",
                null,
                null,
                Role.USER,
                null,
                Preferences.NONE,
                UserStatistics.NONE,
                FakeApi.NOW,
                FakeApi.NOW,
                null);
    }

    @Test
    @DisplayName("each state offers what makes sense in it")
    void offers() {
        listed(
                video(1).running(40, 1, 1).done(),
                video(2).done(),
                video(3).is(DownloadStatus.PAUSED).done(),
                video(4).completed("/v/4.mp4", 1).done(),
                video(5).failed("It broke off").done());
        assertThat(actions.open(row("d1")))
                .containsExactly(DownloadAction.PAUSE, DownloadAction.COPY_LINK, DownloadAction.CANCEL);
        assertThat(actions.open(row("d2")))
                .contains(DownloadAction.PAUSE, DownloadAction.DOWN, DownloadAction.CANCEL)
                .doesNotContain(DownloadAction.TOP, DownloadAction.UP);
        assertThat(actions.open(row("d3")))
                .contains(DownloadAction.RESUME, DownloadAction.TOP, DownloadAction.UP)
                .doesNotContain(DownloadAction.DOWN, DownloadAction.PAUSE);
        assertThat(actions.open(row("d4")))
                .containsExactly(
                        DownloadAction.SHOW_IN_FOLDER,
                        DownloadAction.COPY_LINK,
                        DownloadAction.REMOVE,
                        DownloadAction.REMOVE_WITH_FILE);
        assertThat(actions.open(row("d5")))
                .containsExactly(DownloadAction.RETRY, DownloadAction.COPY_LINK, DownloadAction.REMOVE);
    }

    @Test
    @DisplayName("an admin decides about what waits for a yes, and a reason goes with a no")
    void decides() {
        DownloadRow wish =
                listed(video(1).of("usr_2", "Mia").is(DownloadStatus.PENDING).done());
        assertThat(actions.open(wish)).startsWith(DownloadAction.APPROVE, DownloadAction.DENY);
        actions.choose(DownloadAction.DENY, wish);
        assertThat(wish.state().asked()).isEqualTo(DownloadAction.DENY);
        actions.confirm(wish, "  Not on a school night ");
        assertThat(api.calls).contains("deny d1 Not on a school night");
        assertThat(wish.download().status()).isEqualTo(DownloadStatus.DENIED);
        assertThat(notices.said).containsExactly("download.done.DENY");
    }

    @Test
    @DisplayName("somebody who is no admin decides about nothing, and can take their own wish back")
    void doesNotDecide() {
        me.set(child());
        api.keep(video(1).is(DownloadStatus.PENDING).of("usr_2", "Mia").done());
        var own = new DownloadRow(
                video(1).is(DownloadStatus.PENDING).of("usr_2", "Mia").done());
        var foreign = new DownloadRow(video(2).done());
        assertThat(actions.open(own))
                .contains(DownloadAction.CANCEL)
                .doesNotContain(DownloadAction.APPROVE, DownloadAction.DENY);
        assertThat(actions.open(foreign)).isEmpty();
    }

    @Test
    @DisplayName("pausing and going on repaint the row at once")
    void pause() {
        DownloadRow row = listed(video(1).running(40, 1, 1).done());
        actions.choose(DownloadAction.PAUSE, row);
        assertThat(row.download().status()).isEqualTo(DownloadStatus.PAUSED);
        actions.choose(DownloadAction.RESUME, row);
        assertThat(row.download().status()).isEqualTo(DownloadStatus.QUEUED);
        assertThat(api.calls).contains("pause d1", "resume d1");
    }

    @Test
    @DisplayName("what has arrived is not thrown away without a question, and no leaves it alone")
    void asksBeforeCancelling() {
        DownloadRow row = listed(video(1).running(40, 1, 1).done(), video(2).done());
        actions.choose(DownloadAction.CANCEL, row);
        assertThat(row.state().asked()).isEqualTo(DownloadAction.CANCEL);
        actions.leave(row);
        assertThat(row.state().asked()).isNull();
        assertThat(api.calls).noneMatch(call -> call.startsWith("cancel"));

        actions.choose(DownloadAction.CANCEL, row);
        actions.confirm(row, "");
        assertThat(row.download().status()).isEqualTo(DownloadStatus.CANCELLED);

        actions.choose(DownloadAction.CANCEL, row("d2"));
        assertThat(api.calls).as("of which nothing is lost").contains("cancel d2");
    }

    @Test
    @DisplayName("a question that has become pointless does nothing")
    void pointless() {
        DownloadRow row = listed(video(1).running(99, 1, 1).done());
        actions.choose(DownloadAction.CANCEL, row);
        row.take(video(1).completed("/v/1.mp4", 1).version(2).done());
        actions.confirm(row, "");
        assertThat(api.calls).noneMatch(call -> call.startsWith("cancel") || call.startsWith("remove"));
    }

    @Test
    @DisplayName("removing leaves the file, unless that is meant, too, and asked about")
    void remove() {
        DownloadRow row = listed(
                video(1).completed("/v/1.mp4", 1).done(),
                video(2).completed("/v/2.mp4", 1).done());
        actions.choose(DownloadAction.REMOVE, row);
        actions.choose(DownloadAction.REMOVE_WITH_FILE, row("d2"));
        assertThat(api.calls).contains("remove d1 KEEP").doesNotContain("remove d2 DELETE");
        actions.confirm(row("d2"), "");
        assertThat(api.calls).contains("remove d2 DELETE");
        assertThat(rows()).isEmpty();
        assertThat(notices.said).containsExactly("download.done.REMOVE", "download.done.REMOVE_WITH_FILE");
    }

    @Test
    @DisplayName("a row moves by one, or to the front, among those of the same person that wait")
    void move() {
        listed(
                video(1).running(3, 1, 1).done(),
                video(2).done(),
                video(3).of("usr_2", "Mia").done(),
                video(4).done(),
                video(5).done());
        actions.choose(DownloadAction.UP, row("d4"));
        assertThat(api.calls).contains("move d4 null d2");
        assertThat(rows()).extracting(DownloadRow::id).containsExactly("d1", "d4", "d2", "d3", "d5");
        actions.choose(DownloadAction.DOWN, row("d4"));
        assertThat(api.calls).contains("move d4 null d5");
        actions.choose(DownloadAction.TOP, row("d5"));
        assertThat(api.calls).contains("move d5 TOP null");
        assertThat(rows()).extracting(DownloadRow::id).startsWith("d1", "d5");
        actions.choose(DownloadAction.DOWN, row("d2"));
        assertThat(api.calls).contains("move d2 BOTTOM null");
        assertThat(rows()).extracting(DownloadRow::id).containsExactly("d1", "d5", "d3", "d4", "d2");
    }

    @Test
    @DisplayName("a refusal is told and the row can be acted upon again; meanwhile nothing is done twice")
    void refused() {
        DownloadRow row = listed(video(1).done());
        var work = new QueuedExecutor();
        io = work;
        api.failWith(FakeApi.problem(ErrorCode.INVALID_STATE));
        actions.choose(DownloadAction.PAUSE, row);
        actions.choose(DownloadAction.PAUSE, row);
        assertThat(work.size()).isEqualTo(1);
        assertThat(actions.open(row)).isEmpty();
        work.runNext();
        assertThat(notices.said).containsExactly("INVALID_STATE");
        assertThat(actions.open(row)).contains(DownloadAction.PAUSE);
    }

    @Test
    @DisplayName("shows the file where it is, and says so when it is gone")
    void showsFile(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("film.mp4"));
        listed(
                video(1).completed(file.toString(), 1).done(),
                video(2).completed(folder.resolve("gone.mp4").toString(), 1).done());
        actions.choose(DownloadAction.SHOW_IN_FOLDER, row("d1"));
        assertThat(desk.shown).containsExactly(file);
        actions.choose(DownloadAction.SHOW_IN_FOLDER, row("d2"));
        assertThat(desk.shown).hasSize(1);
        assertThat(notices.said).containsExactly("download.fileGone");
        actions.choose(DownloadAction.COPY_LINK, row("d1"));
        assertThat(desk.copied).containsExactly("https://www.youtube.com/watch?v=d1");
    }

    @Test
    @DisplayName("of a playlist the failed videos can be tried again, and cancelling it is asked about")
    void playlist() {
        DownloadRow row =
                listed(video(1).playlist(new PlaylistItems(4, 2, 0, 1, 1, 0)).done());
        assertThat(actions.open(row)).contains(DownloadAction.RETRY, DownloadAction.PAUSE);
        actions.choose(DownloadAction.CANCEL, row);
        assertThat(row.state().asked()).isEqualTo(DownloadAction.CANCEL);
    }
}
