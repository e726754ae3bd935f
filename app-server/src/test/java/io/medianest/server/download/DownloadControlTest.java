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
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadMove;
import io.medianest.model.download.DownloadMove.Place;
import io.medianest.server.download.DownloadControl.FileFate;
import io.medianest.server.platform.Await;
import io.medianest.server.ytdlp.FetchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people do with single downloads.
class DownloadControlTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private DownloadDesk desk;

    @SuppressWarnings("NullAway.Init")
    private DownloadControl control;

    @BeforeEach
    void open() {
        desk = new DownloadDesk(directory);
        control = desk.feature.control();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Path incomplete(Download download) {
        return directory.resolve(".incomplete").resolve(download.id());
    }

    @Test
    @DisplayName("a paused download keeps what has arrived, and goes on with it")
    void pauseAndResume() throws IOException {
        var made = desk.make(ANN, 1);
        desk.running(1);
        assertThat(control.pause(ANN, made.id()).status()).isEqualTo(PAUSED);
        Await.until("no process is left", desk.fetcher.running::isEmpty);
        assertThat(incomplete(made).resolve("parts/video.part")).exists();
        assertThat(refusal(() -> control.pause(ANN, made.id()))).isEqualTo("INVALID_STATE paused");

        assertThat(control.resume(ANN, made.id()).status()).isEqualTo(QUEUED);
        assertThat(desk.running(1).attempts()).isEqualTo(2);
        desk.running(1).finish();
        desk.await(made.id(), COMPLETED);
    }

    @Test
    @DisplayName("a cancelled download leaves nothing, and can be tried again from the beginning")
    void cancelAndRetry() throws IOException {
        var made = desk.make(ANN, 1);
        desk.running(1).progress(50);
        desk.feature.saver().save();
        assertThat(control.cancelOrRemove(ANN, made.id(), FileFate.KEEP).status())
                .isEqualTo(CANCELLED);
        assertThat(incomplete(made)).doesNotExist();

        var again = control.retry(ANN, made.id());
        assertThat(again.status()).isEqualTo(QUEUED);
        assertThat(again.progress()).isZero();
        assertThat(desk.running(1).attempts()).isEqualTo(1);
        desk.running(1).finish();
        desk.await(made.id(), COMPLETED);
        assertThat(refusal(() -> control.retry(ANN, made.id()))).isEqualTo("INVALID_STATE completed");
    }

    @Test
    @DisplayName("what was cancelled and is tried again meanwhile keeps what arrives from then on")
    void discardedTooLate() {
        var made = desk.make(ANN, 1);
        desk.running(1);
        control.cancelOrRemove(ANN, made.id(), FileFate.KEEP);
        control.retry(ANN, made.id());
        desk.running(1);

        desk.discard(made.id());

        assertThat(incomplete(made).resolve("parts/video.part")).exists();
        desk.running(1).finish();
        desk.await(made.id(), COMPLETED);
    }

    @Test
    @DisplayName("what is asked for again meanwhile cannot be tried again too")
    void retryOfDuplicate() {
        var first = desk.make(ANN, 1);
        desk.running(1);
        control.cancelOrRemove(ANN, first.id(), FileFate.KEEP);
        desk.make(BOB, 1);
        assertThat(refusal(() -> control.retry(ANN, first.id()))).startsWith("ALREADY_QUEUED");
    }

    @Test
    @DisplayName("who needs a yes cannot get round it by cancelling and trying again")
    void consent() {
        desk.needYes.add("ann");
        var made = desk.make(ANN, 1);
        control.cancelOrRemove(ANN, made.id(), FileFate.KEEP);
        assertThat(control.retry(ANN, made.id()).status()).isEqualTo(PENDING);
        desk.make(BOB, 2);
        desk.running(2);
        assertThat(desk.fetcher.begun).containsExactly(video(2));

        control.approve(ADMIN, made.id());
        desk.running(1).fail(FetchFailure.PRIVATE);
        desk.await(made.id(), FAILED);
        assertThat(control.retry(ANN, made.id()).status())
                .as("it was allowed once")
                .isEqualTo(QUEUED);
        desk.running(1);
        control.cancelOrRemove(ANN, made.id(), FileFate.KEEP);
        assertThat(control.retry(ADMIN, made.id()).status())
                .as("an admin's word is a yes")
                .isEqualTo(QUEUED);
    }

    @Test
    @DisplayName("of a person who is suspended or deleted nothing goes on, and nothing stands in others' way")
    void lockOut() {
        desk.concurrency = 1;
        var running = desk.make(ANN, 1);
        desk.running(1);
        var waiting = desk.make(ANN, 2);
        var other = desk.make(BOB, 3);
        desk.feature.lockOut("ann");
        assertThat(desk.status(running.id())).isEqualTo(CANCELLED);
        assertThat(desk.status(waiting.id())).isEqualTo(CANCELLED);
        desk.running(3);
        Await.until("her process is gone", () -> !desk.fetcher.running.containsKey(video(1)));
        Await.until("so is what had arrived", () -> !Files.exists(incomplete(running)));
        assertThat(desk.status(other.id())).isEqualTo(DOWNLOADING);
        desk.make(BOB, 2);
    }

    @Test
    @DisplayName("who stops a download whose process is only coming to be waits until that is gone")
    void stopAtTheBeginning() throws InterruptedException {
        desk.fetcher.gate = new CountDownLatch(1);
        var made = desk.make(ANN, 1);
        desk.begun(1);
        var stopping = Thread.ofVirtual().start(() -> control.pause(ANN, made.id()));
        desk.await(made.id(), PAUSED);
        assertThat(stopping.join(Duration.ofMillis(100))).isFalse();
        desk.fetcher.gate.countDown();
        stopping.join();
        assertThat(desk.fetcher.running).isEmpty();
    }

    @Test
    @DisplayName("what waits is cancelled without ever having begun")
    void cancelWaiting() {
        desk.concurrency = 1;
        desk.make(ANN, 1);
        var waiting = desk.make(ANN, 2);
        desk.running(1);
        control.cancelOrRemove(ADMIN, waiting.id(), FileFate.KEEP);
        desk.running(1).finish();
        desk.make(ANN, 3);
        desk.running(3);
        assertThat(desk.fetcher.begun).doesNotContain(video(2));
    }

    @Test
    @DisplayName("what has ended is removed from the list, with its files only if that is wished")
    void remove() throws IOException {
        desk.fetcher.quick = true;
        var kept = desk.make(ANN, 1);
        var deleted = desk.make(ANN, 2);
        desk.await(kept.id(), COMPLETED);
        desk.await(deleted.id(), COMPLETED);
        var keptFile = Path.of(requireNonNull(desk.now(kept.id()).outputPath()));
        var deletedFile = Path.of(requireNonNull(desk.now(deleted.id()).outputPath()));

        control.cancelOrRemove(ANN, kept.id(), FileFate.KEEP);
        control.cancelOrRemove(ANN, deleted.id(), FileFate.DELETE);
        assertThat(refusal(() -> desk.now(kept.id()))).startsWith("NOT_FOUND");
        assertThat(keptFile).exists();
        assertThat(deletedFile).doesNotExist();
        try (var files = Files.list(directory.resolve("Uploader"))) {
            assertThat(files).as("the picture beside it is gone too").hasSize(2);
        }
    }

    @Test
    @DisplayName("a file that is somewhere else is left alone, whatever the table says")
    void foreignFile() throws IOException {
        desk.fetcher.quick = true;
        var made = desk.make(ANN, 1);
        desk.await(made.id(), COMPLETED);
        var foreign = Files.writeString(Files.createTempDirectory("household").resolve("tax.pdf"), "mine");
        var store = desk.database.store(OutputStore.class);
        var output = store.outputOf(made.id()).orElseThrow();
        store.file(
                made.id(),
                new OutputStore.Output(made.id(), "ann", output.videoId(), foreign.toString(), null, output.home()),
                4);
        control.cancelOrRemove(ANN, made.id(), FileFate.DELETE);
        assertThat(foreign).exists();
        Files.delete(foreign);
    }

    @Test
    @DisplayName("nobody touches the downloads of others but an admin")
    void others() {
        var made = desk.make(ANN, 1);
        desk.running(1);
        var unknown = "NOT_FOUND " + made.id();
        assertThat(refusal(() -> control.pause(BOB, made.id()))).isEqualTo(unknown);
        assertThat(refusal(() -> control.cancelOrRemove(BOB, made.id(), FileFate.KEEP)))
                .isEqualTo(unknown);
        assertThat(refusal(() -> desk.feature.order().move(BOB, made.id(), to(Place.TOP))))
                .isEqualTo(unknown);
        assertThat(control.pause(ADMIN, made.id()).status()).isEqualTo(PAUSED);
    }

    private static DownloadMove to(Place place) {
        return new DownloadMove(place, null);
    }

    @Test
    @DisplayName("a person's downloads come in the order that they give them; others keep their turns")
    void order() {
        desk.concurrency = 0;
        var made =
                List.of(desk.make(ANN, 1), desk.make(BOB, 2), desk.make(ANN, 3), desk.make(ANN, 4), desk.make(ANN, 5));
        var order = desk.feature.order();
        order.move(ANN, made.get(4).id(), to(Place.TOP));
        order.move(ADMIN, made.get(0).id(), to(Place.BOTTOM));
        order.move(ANN, made.get(3).id(), new DownloadMove(null, made.get(2).id()));
        assertThat(desk.feature.downloads().active("ann"))
                .extracting(Download::id)
                .containsExactly(
                        made.get(4).id(),
                        made.get(3).id(),
                        made.get(2).id(),
                        made.get(0).id());

        desk.concurrency = 1;
        desk.feature.queue().wake();
        for (int i = 0; i < 5; i++) {
            desk.begun(i + 1);
            var video = desk.fetcher.begun.get(i);
            Await.until("it runs", () -> desk.fetcher.running.containsKey(video));
            requireNonNull(desk.fetcher.running.get(video)).finish();
        }
        assertThat(desk.fetcher.begun.stream().filter(video -> !video.equals(video(2))))
                .containsExactly(video(5), video(4), video(3), video(1));
    }

    @Test
    @DisplayName("a move that makes no sense is refused")
    void wrongMoves() {
        desk.concurrency = 1;
        var running = desk.make(ANN, 1);
        desk.running(1);
        var waiting = desk.make(ANN, 2);
        var foreign = desk.make(BOB, 3);
        var order = desk.feature.order();
        assertThat(refusal(() -> order.move(ANN, waiting.id(), new DownloadMove(null, null))))
                .isEqualTo("VALIDATION_ERROR to");
        assertThat(refusal(() -> order.move(ANN, waiting.id(), new DownloadMove(Place.TOP, foreign.id()))))
                .isEqualTo("VALIDATION_ERROR to");
        assertThat(refusal(() -> order.move(ANN, waiting.id(), new DownloadMove(null, foreign.id()))))
                .isEqualTo("VALIDATION_ERROR before");
        assertThat(refusal(() -> order.move(ANN, running.id(), to(Place.TOP))))
                .isEqualTo("INVALID_STATE " + running.id());
    }
}
