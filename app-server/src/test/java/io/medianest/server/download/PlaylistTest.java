package io.medianest.server.download;

import static io.medianest.model.download.DownloadStatus.CANCELLED;
import static io.medianest.model.download.DownloadStatus.COMPLETED;
import static io.medianest.model.download.DownloadStatus.DOWNLOADING;
import static io.medianest.model.download.DownloadStatus.FAILED;
import static io.medianest.model.download.DownloadStatus.PAUSED;
import static io.medianest.model.download.DownloadStatus.PENDING;
import static io.medianest.model.download.DownloadStatus.QUEUED;
import static io.medianest.server.download.DownloadDesk.ADMIN;
import static io.medianest.server.download.DownloadDesk.ANN;
import static io.medianest.server.download.DownloadDesk.BOB;
import static io.medianest.server.download.DownloadDesk.refusal;
import static io.medianest.server.download.DownloadDesk.video;
import static io.medianest.server.download.DownloadDesk.wish;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.api.PageQuery;
import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadMove;
import io.medianest.model.download.NewDownload;
import io.medianest.model.download.PlaylistItems;
import io.medianest.model.event.ServerEvent;
import io.medianest.server.download.DownloadControl.FileFate;
import io.medianest.server.platform.Await;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.ytdlp.FetchFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A playlist is one download to people, and many to the queue.
class PlaylistTest {
    private static final String LIST = "PLopenmovies1";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private DownloadDesk desk;

    @SuppressWarnings("NullAway.Init")
    private String url;

    @BeforeEach
    void open() {
        desk = new DownloadDesk(directory);
        url = desk.fetcher.playlist(LIST, video(1), video(2), video(3), video(4));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Download make(String address) {
        var made = desk.feature.downloads().make(ANN, wish(address));
        Await.until("it is known what is in it", () -> items(made).total() > 0);
        return made;
    }

    private PlaylistItems items(Download playlist) {
        return requireNonNull(desk.now(playlist.id()).items());
    }

    private List<Download> videosOf(Download playlist) {
        return desk.feature
                .downloads()
                .list(new DownloadFilter(null, Set.of(), playlist.id()), new PageQuery(1, 100))
                .downloads();
    }

    @Test
    @DisplayName("its videos load one by one; the whole has their mean as its progress, and is done when they are")
    void whole() {
        desk.concurrency = 2;
        var list = make(url);
        assertThat(desk.now(list.id()).title()).isEqualTo("List " + LIST);
        desk.running(1).finish();
        desk.running(2).progress(50);
        desk.running(3);
        desk.feature.saver().save();
        Await.until("one is done", () -> items(list).completed() == 1);
        assertThat(desk.now(list.id()).status()).isEqualTo(DOWNLOADING);
        assertThat(desk.now(list.id()).progress()).isEqualTo(37.5);
        assertThat(items(list)).isEqualTo(new PlaylistItems(4, 1, 2, 1, 0, 0));
        Await.until(
                "everybody hears how far the whole is",
                () -> desk.heard.stream()
                        .anyMatch(event -> event instanceof ServerEvent.DownloadProgressed(Download download)
                                && download.id().equals(list.id())));
        assertThat(desk.feature.downloads().active("ann"))
                .as("one line in the list")
                .hasSize(1);
        assertThat(videosOf(list)).extracting(Download::position).containsExactly(1, 2, 3, 4);
        assertThat(videosOf(list).getLast().thumbnail())
                .as("also of what waits")
                .isNotNull();

        desk.running(2).finish();
        desk.running(3).finish();
        desk.running(4).finish();
        desk.await(list.id(), COMPLETED);
        assertThat(desk.now(list.id()).progress()).isEqualTo(100);
    }

    @Test
    @DisplayName("of a list that is longer than anybody needs the first five thousand are loaded, and that is said")
    void endless() {
        desk.concurrency = 0;
        var videos = IntStream.rangeClosed(1, 5000).mapToObj(DownloadDesk::video);
        var list = make(desk.fetcher.playlist("PLendless", videos.toArray(String[]::new)));

        assertThat(items(list).total()).isEqualTo(5000);
        assertThat(desk.now(list.id()).note()).contains("first 5,000 videos");
        desk.concurrency = 1;
        desk.feature.queue().wake();
        desk.running(1).finish();
        Await.until("one is done", () -> items(list).completed() == 1);
        assertThat(desk.now(list.id()).note()).as("still").contains("first 5,000 videos");
        desk.feature.control().cancelOrRemove(ANN, list.id(), FileFate.KEEP);
        assertThat(desk.now(list.id()).items()).isEqualTo(new PlaylistItems(5000, 1, 0, 0, 0, 4999));
    }

    @Test
    @DisplayName("only the wished positions are loaded")
    void positions() {
        var list = desk.feature.downloads().make(ANN, new NewDownload(url, null, null, List.of(4, 2, 2), null));
        desk.running(2).finish();
        desk.running(4).finish();
        desk.await(list.id(), COMPLETED);
        assertThat(items(list).total()).isEqualTo(2);
        assertThat(desk.fetcher.begun).containsExactlyInAnyOrder(video(2), video(4));
    }

    @Test
    @DisplayName("a position means the video that was there when it was chosen, whatever the list has become")
    void movedPositions() {
        desk.needYes.add("ann");
        var list = desk.feature.downloads().make(ANN, new NewDownload(url, null, null, List.of(2), null));
        desk.fetcher.playlist(LIST, video(7), video(8), video(2), video(2));
        desk.feature.control().approve(ADMIN, list.id());
        desk.running(2).finish();
        desk.await(list.id(), COMPLETED);
        assertThat(items(list).total()).isEqualTo(1);
        assertThat(desk.fetcher.begun).containsExactly(video(2));
    }

    @Test
    @DisplayName("positions that nothing is at are refused")
    void noSuchPosition() {
        for (int position : List.of(5, 501)) {
            assertThat(refusal(() -> desk.feature
                            .downloads()
                            .make(ANN, new NewDownload(url, null, null, List.of(position), null))))
                    .isEqualTo("VALIDATION_ERROR items");
        }
    }

    @Test
    @DisplayName("videos of it that were cancelled need a yes to come back; the whole says so, and takes it")
    void consentForVideos() {
        desk.concurrency = 1;
        var list = make(url);
        desk.running(1);
        desk.needYes.add("ann");
        desk.feature.control().cancelOrRemove(ANN, list.id(), FileFate.KEEP);
        assertThat(desk.feature.control().retry(ANN, list.id()).status()).isEqualTo(PENDING);
        assertThat(items(list).waiting()).isEqualTo(4);
        desk.feature.control().approve(ADMIN, list.id());
        desk.running(1);
        assertThat(desk.now(list.id()).status()).isEqualTo(DOWNLOADING);
    }

    @Test
    @DisplayName("a playlist that could not be looked into is looked into when its dead job is run again")
    void revived() {
        var gone = desk.feature.downloads().make(ANN, wish("https://www.youtube.com/playlist?list=PLneverexisted"));
        desk.await(gone.id(), FAILED);
        var letters = desk.deadLetters();
        var dead = letters.letters(10, 0).getFirst();
        assertThat(dead.about()).contains("PLneverexisted");

        desk.fetcher.playlist("PLneverexisted", video(7));
        letters.retry(dead.id(), "The owner");
        desk.running(7).finish();
        desk.await(gone.id(), COMPLETED);
    }

    @Test
    @DisplayName("a dead job of a playlist that is gone or was cancelled is not run again")
    void notRevived() {
        var gone = desk.feature.downloads().make(ANN, wish("https://www.youtube.com/playlist?list=PLneverexisted"));
        desk.await(gone.id(), FAILED);
        Await.until("its job is dead", () -> desk.deadLetters().count() == 1);
        desk.feature.control().cancelOrRemove(ANN, gone.id(), FileFate.KEEP);
        assertThat(refusal(() -> {
                    var dead = desk.deadLetters().letters(10, 0).getFirst();
                    desk.deadLetters().retry(dead.id(), "The owner");
                    return "again";
                }))
                .isEqualTo("INVALID_STATE");
    }

    @Test
    @DisplayName("what is on its way already is left out, what is there already counts as done")
    void partlyThere() {
        var there = desk.make(ANN, 1);
        desk.running(1).finish();
        desk.await(there.id(), COMPLETED);
        desk.make(ANN, 2);
        desk.running(2);

        var list = make(url);
        assertThat(items(list).completed()).isEqualTo(1);
        assertThat(items(list).cancelled()).isEqualTo(1);
        assertThat(videosOf(list).get(1).note()).contains("on its way already");
        desk.running(3).finish();
        desk.running(4).finish();
        desk.await(list.id(), COMPLETED);
        assertThat(desk.fetcher.begun).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("pausing, going on and cancelling the whole does it to each that has not ended")
    void wholeControl() {
        desk.concurrency = 1;
        var control = desk.feature.control();
        var list = make(url);
        desk.running(1).finish();
        desk.running(2);
        assertThat(control.pause(ANN, list.id()).status()).isEqualTo(PAUSED);
        Await.until("no process is left", desk.fetcher.running::isEmpty);
        assertThat(items(list)).isEqualTo(new PlaylistItems(4, 1, 0, 3, 0, 0));

        assertThat(control.resume(ANN, list.id()).status()).isEqualTo(QUEUED);
        desk.running(2).finish();
        desk.running(3);
        var cancelled = control.cancelOrRemove(ANN, list.id(), FileFate.KEEP);
        assertThat(cancelled.status()).as("what there is, is there").isEqualTo(COMPLETED);
        assertThat(items(list)).isEqualTo(new PlaylistItems(4, 2, 0, 0, 0, 2));
        Await.until("no process is left", desk.fetcher.running::isEmpty);

        control.retry(ANN, list.id());
        desk.running(3).finish();
        desk.running(4).finish();
        Await.until("all four are there", () -> items(list).completed() == 4);
        control.cancelOrRemove(ANN, list.id(), FileFate.DELETE);
        assertThat(directory.resolve("Uploader")).doesNotExist();
        assertThat(refusal(() -> desk.now(list.id()))).startsWith("NOT_FOUND");
    }

    @Test
    @DisplayName("one that fails fails the whole, in the end; a retry tries only that one")
    void oneFails() {
        var list = make(url);
        desk.running(2).fail(FetchFailure.PRIVATE);
        desk.running(1).finish();
        desk.running(3).finish();
        desk.running(4).finish();
        desk.await(list.id(), FAILED);
        assertThat(desk.now(list.id()).error()).isEqualTo("1 of 4 videos could not be loaded.");
        assertThat(desk.now(list.id()).progress()).isEqualTo(75);

        desk.feature.control().retry(ANN, list.id());
        desk.running(2).finish();
        desk.await(list.id(), COMPLETED);
        assertThat(desk.now(list.id()).error()).isNull();
        assertThat(desk.fetcher.begun).hasSize(5);
    }

    @Test
    @DisplayName("a single video of it can be cancelled by itself")
    void oneCancelled() {
        desk.concurrency = 1;
        var list = make(url);
        desk.running(1);
        desk.feature.control().cancelOrRemove(ANN, videosOf(list).get(2).id(), FileFate.KEEP);
        desk.running(1).finish();
        desk.running(2).finish();
        desk.running(4).finish();
        desk.await(list.id(), COMPLETED);
        assertThat(desk.now(list.id()).progress()).isEqualTo(100);
        assertThat(desk.now(list.id()).status().isOpen()).isFalse();
        assertThat(desk.fetcher.begun).doesNotContain(video(3));
    }

    @Test
    @DisplayName("what comes after a playlist can be moved before it, and the playlist as a whole to the end")
    void order() {
        desk.concurrency = 0;
        var list = make(url);
        var single = desk.make(ANN, 9);
        desk.feature.order().move(ANN, single.id(), new DownloadMove(null, list.id()));
        desk.concurrency = 1;
        desk.feature.queue().wake();
        desk.running(9);
        var last = desk.make(ANN, 10);
        desk.feature.order().move(ANN, list.id(), new DownloadMove(DownloadMove.Place.BOTTOM, null));
        assertThat(desk.feature.downloads().active("ann"))
                .extracting(Download::id)
                .containsExactly(single.id(), last.id(), list.id());
        desk.running(9).finish();
        desk.running(10).finish();
        desk.running(1);
    }

    @Test
    @DisplayName("the same playlist twice is refused; with nothing to be had, or as a single video, it fails in words")
    void refusals() {
        desk.concurrency = 10;
        var list = make(url);
        assertThat(refusal(() -> desk.feature.downloads().make(ADMIN, wish(url))))
                .isEqualTo("ALREADY_QUEUED " + list.id());
        var empty = desk.feature.downloads().make(ANN, wish(desk.fetcher.playlist("PLnothinghere")));
        desk.await(empty.id(), FAILED);
        assertThat(desk.now(empty.id()).error()).contains("nothing in this playlist");
        var gone = desk.feature.downloads().make(ANN, wish("https://www.youtube.com/playlist?list=PLneverexisted"));
        desk.await(gone.id(), FAILED);
        assertThat(desk.now(gone.id()).error()).isEqualTo("There is nothing at this address.");

        desk.fetcher.playlist("PLneverexisted", video(7));
        desk.feature.control().retry(ANN, gone.id());
        desk.running(7).finish();
        desk.await(gone.id(), COMPLETED);
    }

    @Test
    @DisplayName("while the host cannot be asked it waits and says why; paused meanwhile, it stays paused")
    void outage() {
        desk.fetcher.troubles.put(
                LIST, new MediaNestException(ErrorCode.SERVICE_UNAVAILABLE, "YouTube cannot be reached."));
        var list = desk.feature.downloads().make(ANN, wish(url));
        Await.until(
                "it says why",
                () -> "YouTube cannot be reached.".equals(desk.now(list.id()).note()));
        assertThat(desk.status(list.id())).isEqualTo(QUEUED);
        desk.feature.control().pause(ANN, list.id());
        assertThat(desk.status(list.id())).isEqualTo(PAUSED);

        desk.fetcher.troubles.clear();
        desk.clock.advance(Duration.ofMinutes(1));
        desk.feature.control().resume(ANN, list.id());
        desk.running(1);
        assertThat(desk.now(list.id()).note()).isNull();
    }

    @Test
    @DisplayName("a playlist that needs a yes is not looked into before; a cancelled one never")
    void needsYes() {
        desk.needYes.add("ann");
        var list = desk.feature.downloads().make(ANN, wish(url));
        assertThat(list.status()).isEqualTo(PENDING);
        desk.feature.control().approve(ADMIN, list.id());
        desk.running(1);
        var other = desk.feature.downloads().make(ANN, wish(desk.fetcher.playlist("PLother12345", video(8))));
        desk.feature.control().cancelOrRemove(ANN, other.id(), FileFate.KEEP);
        assertThat(desk.status(other.id())).isEqualTo(CANCELLED);
        assertThat(desk.fetcher.asked).doesNotContain("PLother12345");
    }

    @Test
    @DisplayName("what somebody else has on its way is left out when a playlist goes on, and holds up no other video")
    void goesOnWithoutOne() {
        desk.concurrency = 0;
        var list = make(url);
        desk.feature.control().pause(ANN, list.id());
        desk.make(BOB, 2);
        desk.feature.control().resume(ANN, list.id());

        assertThat(videosOf(list))
                .extracting(Download::videoId, Download::status, Download::note)
                .containsExactlyInAnyOrder(
                        tuple(video(1), QUEUED, null),
                        tuple(video(2), PAUSED, "It is on its way already."),
                        tuple(video(3), QUEUED, null),
                        tuple(video(4), QUEUED, null));
        assertThat(refusal(() -> desk.feature.control().resume(ANN, list.id()))).isEqualTo("ALREADY_QUEUED");
        assertThat(refusal(() -> desk.feature.control().resume(ADMIN, list.id())))
                .startsWith("ALREADY_QUEUED dl_");
    }
}
