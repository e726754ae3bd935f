package io.medianest.server.download;

import static io.medianest.model.download.DownloadStatus.CANCELLED;
import static io.medianest.model.download.DownloadStatus.COMPLETED;
import static io.medianest.model.download.DownloadStatus.PAUSED;
import static io.medianest.model.download.DownloadStatus.QUEUED;
import static io.medianest.server.download.DownloadDesk.ANN;
import static io.medianest.server.download.DownloadDesk.BOB;
import static io.medianest.server.download.DownloadDesk.url;
import static io.medianest.server.download.DownloadDesk.video;
import static io.medianest.server.download.DownloadDesk.wish;
import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadFormat;
import io.medianest.model.download.DownloadQuality;
import io.medianest.model.download.NewDownload;
import io.medianest.server.download.DownloadControl.FileFate;
import io.medianest.server.platform.Await;
import io.medianest.server.platform.security.Caller;
import io.medianest.server.ytdlp.FetchFailure;
import io.medianest.server.ytdlp.FoundVideo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whose files are whose, and that none is lost on its way to its place.
class DownloadedFilesTest {
    private static final String LIST = "PLopenmovies1";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private DownloadDesk desk;

    @BeforeEach
    void open() {
        desk = new DownloadDesk(directory);
        desk.fetcher.quick = true;
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Download done(Caller caller, NewDownload wish) {
        var made = desk.feature.downloads().make(caller, wish);
        desk.await(made.id(), COMPLETED);
        return desk.now(made.id());
    }

    private static NewDownload again(DownloadQuality quality, @Nullable DownloadFormat format) {
        return new NewDownload(url(video(1)), quality, format, null, true);
    }

    private void delete(Caller caller, Download download) {
        desk.feature.control().cancelOrRemove(caller, download.id(), FileFate.DELETE);
    }

    private static Path thumb(Path file) {
        return file.resolveSibling(file.getFileName().toString().replaceFirst("\\.[a-z0-9]+$", "-thumb.jpg"));
    }

    @Test
    @DisplayName("a playlist that names the file of somebody else does not take it along when it is deleted")
    void sharedWithPlaylist() {
        var hers = done(ANN, wish(url(video(1))));
        var list = done(BOB, wish(desk.fetcher.playlist(LIST, video(1), video(2))));
        var file = desk.file(hers.id());

        delete(BOB, list);
        assertThat(file).exists();
        assertThat(thumb(file)).exists();
        assertThat(file.resolveSibling("Title of %s [%s].mp4".formatted(video(2), video(2))))
                .as("his own is gone")
                .doesNotExist();
    }

    @Test
    @DisplayName("the last one who names a file deletes it, with what belongs to it")
    void lastOne() {
        var hers = done(ANN, wish(url(video(1))));
        var list = done(BOB, wish(desk.fetcher.playlist(LIST, video(1))));
        var file = desk.file(hers.id());

        delete(ANN, hers);
        assertThat(file).exists();
        delete(BOB, list);
        assertThat(file).doesNotExist();
        assertThat(thumb(file)).doesNotExist();
    }

    @Test
    @DisplayName("the picture that film and sound of the same video share stays until both are deleted")
    void sharedPicture() {
        var film = done(ANN, wish(url(video(1))));
        var sound = done(BOB, again(DownloadQuality.P720, DownloadFormat.MP3));
        assertThat(thumb(desk.file(sound.id()))).isEqualTo(thumb(desk.file(film.id())));

        delete(BOB, sound);
        assertThat(thumb(desk.file(film.id()))).exists();
        delete(ANN, film);
        assertThat(directory.resolve("Uploader")).doesNotExist();
    }

    @Test
    @DisplayName("loaded again by another person, a video comes beside the first one's, not over it")
    void againByAnother() {
        var hers = done(ANN, wish(url(video(1)), DownloadQuality.P2160, DownloadFormat.MP4));
        var his = done(BOB, again(DownloadQuality.P144, null));
        assertThat(desk.file(hers.id())).hasContent("2160p");
        assertThat(desk.file(his.id())).hasContent("144p").isNotEqualTo(desk.file(hers.id()));

        delete(BOB, his);
        assertThat(desk.file(hers.id())).hasContent("2160p");
    }

    @Test
    @DisplayName("one's own is replaced when it is loaded again, and the older download lets go of it")
    void againByTheSame() {
        var older = done(ANN, wish(url(video(1))));
        var file = desk.file(older.id());
        var newer = done(ANN, again(DownloadQuality.P1080, null));
        assertThat(desk.file(newer.id())).isEqualTo(file).hasContent("1080p");
        assertThat(desk.now(older.id()).outputPath()).isNull();
        assertThat(desk.now(older.id()).note()).contains("replaced");

        delete(ANN, older);
        assertThat(file).hasContent("1080p");
    }

    @Test
    @DisplayName("two qualities that were asked for at the same time become two files")
    void twoQualities() {
        desk.concurrency = 0;
        var small = desk.feature.downloads().make(ANN, wish(url(video(1))));
        var large = desk.feature.downloads().make(ANN, wish(url(video(1)), DownloadQuality.P1080, DownloadFormat.MP4));
        desk.concurrency = 2;
        desk.feature.queue().wake();
        desk.await(small.id(), COMPLETED);
        desk.await(large.id(), COMPLETED);
        assertThat(desk.file(small.id())).hasContent("720p");
        assertThat(desk.file(large.id())).hasContent("1080p");
    }

    @Test
    @DisplayName("a file of the same name that the program did not load is left alone")
    void foreign() throws IOException {
        Files.createDirectories(directory.resolve("Uploader"));
        var name = "Title of %s [%s]".formatted(video(1), video(1));
        var film = Files.writeString(directory.resolve("Uploader/" + name + ".mp4"), "from the camera");
        var made = done(ANN, again(DownloadQuality.P720, null));
        assertThat(film).hasContent("from the camera");
        assertThat(desk.file(made.id())).hasFileName(name + " (2).mp4").hasContent("720p");
    }

    @Test
    @DisplayName("a link below the folder leads no file out of it")
    void link(@TempDir Path elsewhere) throws IOException {
        Files.createSymbolicLink(directory.resolve("Uploader"), elsewhere);
        var made = desk.make(ANN, 1);
        Await.until(
                "it says why",
                () -> FetchFailure.OUTSIDE.sentence().equals(desk.now(made.id()).note()));
        assertThat(elsewhere).isEmptyDirectory();
        assertThat(desk.feature.queue().state().heldBecause())
                .as("the others go on")
                .isNull();

        Files.delete(directory.resolve("Uploader"));
        desk.clock.advance(DownloadOutcomes.pauseAfter(1));
        desk.feature.queue().tend();
        desk.await(made.id(), COMPLETED);
        assertThat(desk.fetcher.begun).as("it is not loaded twice").hasSize(1);
    }

    @Test
    @DisplayName("a finished file that cannot be put to its place waits, and is not loaded once more")
    void obstacle() throws IOException {
        Files.writeString(directory.resolve("Uploader"), "a file where the folder has to be");
        var made = desk.make(ANN, 1);
        Await.until(
                "it says why",
                () -> FetchFailure.NOT_WRITABLE
                        .sentence()
                        .equals(desk.now(made.id()).note()));
        assertThat(desk.status(made.id())).isEqualTo(QUEUED);
        assertThat(desk.now(made.id()).attempts()).isZero();

        Files.delete(directory.resolve("Uploader"));
        desk.clock.advance(Standstill.PAUSE.plusSeconds(10));
        desk.feature.queue().tend();
        desk.await(made.id(), COMPLETED);
        assertThat(desk.file(made.id())).hasContent("720p");
        assertThat(thumb(desk.file(made.id()))).exists();
        assertThat(desk.fetcher.begun).hasSize(1);
    }

    @Test
    @DisplayName("a file that was put to its place by a program that then died counts as done")
    void deliveredBefore() throws IOException {
        desk.fetcher.quick = false;
        var made = desk.make(ANN, 1);
        desk.running(1);
        desk.feature.control().pause(ANN, made.id());
        var at = new Workplace(directory, made.id());
        var place = Files.writeString(
                Files.createDirectories(directory.resolve("Uploader")).resolve("there.mp4"), "720p");
        var video = new FoundVideo(video(1), "There", null, null, null, null);
        new Delivery(video, "Uploader/there.mp4", List.of(), 4, place.toString()).noted(at);

        desk.feature.control().resume(ANN, made.id());
        desk.await(made.id(), COMPLETED);
        assertThat(desk.file(made.id())).isEqualTo(place);
        assertThat(desk.fetcher.begun).hasSize(1);
    }

    @Test
    @DisplayName("a download stays in the folder that it began in, whichever is chosen meanwhile")
    void anotherFolder(@TempDir Path other) throws IOException {
        desk.fetcher.quick = false;
        var running = desk.make(ANN, 1);
        desk.running(1);
        var paused = desk.make(BOB, 2);
        desk.running(2);
        desk.feature.control().pause(BOB, paused.id());
        desk.directory = other;
        var later = desk.make(ANN, 3);

        desk.running(1).finish();
        desk.feature.control().resume(BOB, paused.id());
        assertThat(desk.running(2).attempts()).as("it goes on where it was").isEqualTo(2);
        desk.running(2).finish();
        desk.running(3).finish();
        for (var made : List.of(running, paused, later)) {
            desk.await(made.id(), COMPLETED);
        }
        assertThat(desk.file(running.id())).startsWith(directory);
        assertThat(desk.file(paused.id())).startsWith(directory);
        assertThat(desk.file(later.id())).startsWith(other);
        Await.until("nothing unfinished is left", () -> !Files.exists(new Workplace(directory, paused.id()).root()));
        delete(ANN, running);
        assertThat(desk.file(paused.id())).exists();
        assertThat(directory.resolve("Uploader/Title of %s [%s].mp4".formatted(video(1), video(1))))
                .as("deleted in the folder of then")
                .doesNotExist();
    }

    @Test
    @DisplayName("when the disk of the folder is gone all wait for it, and nothing is loaded to where it was")
    void diskGone(@TempDir Path elsewhere) throws IOException {
        var first = done(ANN, wish(url(video(1))));
        var disk = elsewhere.resolve("disk");
        Files.move(directory, disk);
        Files.createDirectories(directory);

        var second = desk.make(BOB, 2);
        Await.until("that is said", () -> desk.now(second.id()).note() != null);
        assertThat(desk.now(second.id()).note()).isEqualTo(FetchFailure.FOLDER_GONE.sentence());
        assertThat(desk.feature.queue().state().heldBecause()).isEqualTo(FetchFailure.FOLDER_GONE.sentence());
        assertThat(directory).isEmptyDirectory();
        Files.delete(directory);
        desk.clock.advance(Standstill.PAUSE.multipliedBy(2));
        desk.feature.queue().tend();
        Await.until("it was tried", () -> desk.now(second.id()).version() > second.version() + 3);
        assertThat(directory).as("not made anew").doesNotExist();

        Files.move(disk, directory);
        desk.feature.lookAgain();
        desk.await(second.id(), COMPLETED);
        assertThat(desk.file(second.id())).exists().isNotEqualTo(desk.file(first.id()));
    }

    @Test
    @DisplayName("what nobody goes on with is removed in every folder that was ever used")
    void abandoned(@TempDir Path other) throws IOException {
        desk.fetcher.quick = false;
        var made = desk.make(ANN, 1);
        desk.running(1);
        desk.feature.control().pause(ANN, made.id());
        var gone = desk.make(ANN, 2);
        desk.running(2);
        desk.feature.control().cancelOrRemove(ANN, gone.id(), FileFate.KEEP);
        var old = Files.createDirectories(new Workplace(directory, gone.id()).parts());
        desk.directory = other;
        var now = Files.createDirectories(new Workplace(other, gone.id()).parts());

        desk.feature.leftBehind().remove();
        assertThat(old).doesNotExist();
        assertThat(now).doesNotExist();
        assertThat(new Workplace(directory, made.id()).parts()).isNotEmptyDirectory();
        assertThat(desk.status(made.id())).isEqualTo(PAUSED);
    }

    @Test
    @DisplayName("what was cancelled begins anew in the folder of today")
    void retriedElsewhere(@TempDir Path other) {
        desk.fetcher.quick = false;
        var made = desk.make(ANN, 1);
        desk.running(1);
        desk.feature.control().cancelOrRemove(ANN, made.id(), FileFate.KEEP);
        desk.await(made.id(), CANCELLED);
        desk.directory = other;
        desk.feature.control().retry(ANN, made.id());
        desk.running(1).finish();
        desk.await(made.id(), COMPLETED);
        assertThat(desk.file(made.id())).startsWith(other);
    }
}
