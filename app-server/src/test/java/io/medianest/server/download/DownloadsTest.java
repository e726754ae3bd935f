package io.medianest.server.download;

import static io.medianest.model.download.DownloadStatus.CANCELLED;
import static io.medianest.model.download.DownloadStatus.COMPLETED;
import static io.medianest.model.download.DownloadStatus.DENIED;
import static io.medianest.model.download.DownloadStatus.DOWNLOADING;
import static io.medianest.model.download.DownloadStatus.PENDING;
import static io.medianest.server.download.DownloadDesk.ADMIN;
import static io.medianest.server.download.DownloadDesk.ANN;
import static io.medianest.server.download.DownloadDesk.BOB;
import static io.medianest.server.download.DownloadDesk.GIGABYTE;
import static io.medianest.server.download.DownloadDesk.refusal;
import static io.medianest.server.download.DownloadDesk.url;
import static io.medianest.server.download.DownloadDesk.video;
import static io.medianest.server.download.DownloadDesk.wish;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.api.PageQuery;
import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadFormat;
import io.medianest.model.download.DownloadQuality;
import io.medianest.model.download.NewDownload;
import io.medianest.model.event.ServerEvent;
import io.medianest.server.platform.Await;
import io.medianest.server.platform.MediaNestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people may ask for, and what they see of it.
class DownloadsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private DownloadDesk desk;

    @BeforeEach
    void open() {
        desk = new DownloadDesk(directory);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    @DisplayName("a wish becomes a file in its place, with what belongs to it, and the media server hears of it")
    void becomesFile() throws IOException {
        var made = desk.make(ANN, 1);
        assertThat(made.quality()).isEqualTo(DownloadQuality.P720);
        assertThat(made.format()).isEqualTo(DownloadFormat.MP4);

        var running = desk.running(1);
        running.progress(64.25);
        var seen = desk.now(made.id());
        assertThat(seen.status()).isEqualTo(DOWNLOADING);
        assertThat(seen.progress()).isEqualTo(64.3);
        assertThat(seen.speed()).isEqualTo("500 B/s");
        assertThat(seen.eta()).isEqualTo("01:12");
        assertThat(seen.title()).isEqualTo("Title of " + video(1));
        running.finish();

        desk.await(made.id(), COMPLETED);
        var done = desk.now(made.id());
        var file = directory.resolve("Uploader/Title of %s [%s].mp4".formatted(video(1), video(1)));
        assertThat(done.outputPath()).isEqualTo(file.toString());
        assertThat(done.progress()).isEqualTo(100);
        assertThat(done.speed()).isNull();
        assertThat(done.fileSize()).isEqualTo(4);
        assertThat(done.completedAt()).isNotNull();
        assertThat(file).hasContent("720p");
        assertThat(file.resolveSibling("Title of %s [%s]-thumb.jpg".formatted(video(1), video(1))))
                .exists();
        Await.until("nothing unfinished is left", () -> !Files.exists(incomplete(made)));
        Await.until("the media server knows", () -> desk.library.scanned.contains(file));
        Await.until("everybody knows", () -> statusesHeard(made.id()).contains("completed"));
        assertThat(statusesHeard(made.id())).startsWith("queued", "downloading").endsWith("completed");
        assertThat(desk.feature.downloads().completedBy(Set.of("ann", "bob"))).isEqualTo(Map.of("ann", 1L));
    }

    private Path incomplete(Download download) {
        return directory.resolve(".incomplete").resolve(download.id());
    }

    @Test
    @DisplayName(
            "what an earlier run of the program left unfinished is removed, unless somebody goes on with it or it is not ours")
    void abandoned() throws IOException {
        var made = desk.make(ANN, 1);
        desk.running(1);
        var cancelled = desk.make(ANN, 2);
        desk.running(2);
        desk.feature.control().cancelOrRemove(ANN, cancelled.id(), DownloadControl.FileFate.KEEP);
        var abandoned = Files.createDirectories(incomplete(cancelled).resolve("parts"));
        Files.writeString(abandoned.resolve("video.part"), "old");
        var another = Files.createDirectories(directory.resolve(".incomplete/dl_unknown/parts"));
        Files.writeString(another.resolve("video.part"), "of another program");
        desk.feature.leftBehind().remove();
        assertThat(incomplete(cancelled)).doesNotExist();
        assertThat(incomplete(made)).exists();
        assertThat(another.resolve("video.part")).exists();
    }

    private List<String> statusesHeard(String id) {
        var statuses = new ArrayList<String>();
        for (var event : desk.heard) {
            if (event instanceof ServerEvent.DownloadChanged(Download download)
                    && download.id().equals(id)) {
                statuses.add(download.status().wireName());
            }
        }
        return statuses;
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.youtube.com.evil.org/watch?v=v0000000001, url",
        "http://169.254.169.254/latest, url",
        "' ', url",
    })
    @DisplayName("nothing is taken from elsewhere")
    void elsewhere(String url, String field) {
        assertThat(refusal(() -> desk.feature.downloads().make(ANN, wish(url)))).isEqualTo("VALIDATION_ERROR " + field);
    }

    @Test
    @DisplayName("what makes no sense is refused by its field")
    void nonsense() {
        var downloads = desk.feature.downloads();
        var list = "https://www.youtube.com/playlist?list=PL1234567890";
        assertThat(refusal(() -> downloads.make(ANN, new NewDownload(null, null, null, null, null))))
                .isEqualTo("VALIDATION_ERROR url");
        assertThat(refusal(() -> downloads.make(ANN, wish(url(video(1)), DownloadQuality.UNKNOWN, DownloadFormat.MP4))))
                .isEqualTo("VALIDATION_ERROR quality");
        assertThat(refusal(
                        () -> downloads.make(ANN, wish(url(video(1)), DownloadQuality.BEST, DownloadFormat.UNKNOWN))))
                .isEqualTo("VALIDATION_ERROR format");
        assertThat(refusal(() -> downloads.make(ANN, items(url(video(1)), List.of(1)))))
                .isEqualTo("VALIDATION_ERROR items");
        assertThat(refusal(() -> downloads.make(ANN, items(list, List.of())))).isEqualTo("VALIDATION_ERROR items");
        assertThat(refusal(() -> downloads.make(ANN, items(list, List.of(0))))).isEqualTo("VALIDATION_ERROR items");
        assertThat(desk.fetcher.begun).isEmpty();
    }

    private static NewDownload items(String url, List<Integer> items) {
        return new NewDownload(url, null, null, items, null);
    }

    @Test
    @DisplayName(
            "the same on its way already is refused with the other's id; another quality or format is not the same")
    void alreadyQueued() {
        desk.concurrency = 1;
        var first = desk.make(ANN, 1);
        assertThat(refusal(() -> desk.make(ANN, 1))).isEqualTo("ALREADY_QUEUED " + first.id());
        assertThat(refusal(() -> desk.feature.downloads().make(ADMIN, wish("https://youtu.be/" + video(1)))))
                .isEqualTo("ALREADY_QUEUED " + first.id());
        assertThat(refusal(() -> desk.make(BOB, 1)))
                .as("Ann's is not his to see")
                .isEqualTo("ALREADY_QUEUED");
        desk.feature.downloads().make(BOB, wish(url(video(1)), DownloadQuality.BEST, DownloadFormat.MP4));
        desk.feature.downloads().make(BOB, wish(url(video(1)), DownloadQuality.P720, DownloadFormat.MP3));

        desk.feature.control().pause(ANN, first.id());
        var second = desk.make(BOB, 1);
        assertThat(refusal(() -> desk.feature.control().resume(ANN, first.id())))
                .as("what is laid aside does not keep others from it")
                .isEqualTo("ALREADY_QUEUED");
        assertThat(refusal(() -> desk.feature.control().resume(ADMIN, first.id())))
                .isEqualTo("ALREADY_QUEUED " + second.id());
        desk.feature.control().cancelOrRemove(BOB, second.id(), DownloadControl.FileFate.KEEP);
        desk.feature.control().resume(ANN, first.id());
    }

    @Test
    @DisplayName("what waits for a yes keeps nobody from asking for the same; the yes then comes too late")
    void pendingIsNotQueued() {
        desk.needYes.add("ann");
        var wished = desk.make(ANN, 1);
        var made = desk.make(BOB, 1);
        desk.running(1);
        assertThat(refusal(() -> desk.feature.control().approve(ADMIN, wished.id())))
                .isEqualTo("ALREADY_QUEUED " + made.id());
        assertThat(desk.status(wished.id())).isEqualTo(PENDING);
    }

    @Test
    @DisplayName("of thirty people who ask for the same at the same moment, one is first")
    void oneOfMany() throws InterruptedException {
        var answers = new ConcurrentLinkedQueue<String>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 30; i++) {
            threads.add(Thread.ofVirtual().start(() -> answers.add(refusal(() -> desk.make(ANN, 1)))));
        }
        for (var thread : threads) {
            thread.join();
        }
        assertThat(answers).hasSize(30);
        assertThat(answers.stream().filter(answer -> answer.startsWith("done"))).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.startsWith("ALREADY_QUEUED dl_")))
                .hasSize(29);
    }

    @Test
    @DisplayName("what is there already is refused with its id, unless it is wanted again or its file is gone")
    void alreadyDownloaded() throws IOException {
        desk.fetcher.quick = true;
        var first = desk.make(ANN, 1);
        desk.await(first.id(), COMPLETED);

        assertThat(refusal(() -> desk.make(ANN, 1))).isEqualTo("ALREADY_DOWNLOADED " + first.id());
        assertThat(refusal(() -> desk.make(BOB, 1))).isEqualTo("ALREADY_DOWNLOADED");
        var again = desk.feature
                .downloads()
                .make(BOB, new NewDownload(url(video(1)), DownloadQuality.P1080, null, null, true));
        desk.await(again.id(), COMPLETED);
        assertThat(desk.file(again.id())).hasContent("1080p");

        Files.delete(desk.file(again.id()));
        Files.delete(desk.file(first.id()));
        desk.await(desk.make(BOB, 1).id(), COMPLETED);
    }

    @Test
    @DisplayName("a person may begin so many an hour; what was refused does not count")
    void perHour() {
        desk.perHour = 2;
        var limited = desk.reopened(desk.fetcher).downloads();
        limited.make(ANN, wish(url(video(1))));
        assertThat(refusal(() -> limited.make(ANN, wish(url(video(1)))))).startsWith("ALREADY_QUEUED");
        limited.make(ANN, wish(url(video(2))));
        assertThat(refusal(() -> limited.make(ANN, wish(url(video(3)))))).startsWith("RATE_LIMIT_EXCEEDED");
        limited.make(BOB, wish(url(video(3))));
        assertThat(desk.feature.downloads().active("ann")).hasSize(2);
    }

    @Test
    @DisplayName("below the space that is to stay free nothing is taken, and the sentence says what helps")
    void fullDisk() {
        desk.freeBytes = 2 * GIGABYTE - 1;
        assertThat(refusal(() -> desk.make(ANN, 1))).isEqualTo("INSUFFICIENT_STORAGE");
        assertThat(desk.feature.queue().state().heldBecause())
                .contains("2.0 GB")
                .contains("Make room")
                .contains("youtube.min-free-space");
        desk.freeBytes = 3 * GIGABYTE;
        desk.make(ANN, 1);
        assertThat(desk.feature.queue().state().heldBecause()).isNull();
    }

    @Test
    @DisplayName("whose downloads need a yes, waits for it; an admin's never do")
    void approval() {
        desk.needYes.addAll(Set.of("ann", "owner"));
        desk.fetcher.quick = true;
        var control = desk.feature.control();
        var wanted = desk.make(ANN, 1);
        var unwanted = desk.make(ANN, 2);
        assertThat(wanted.status()).isEqualTo(PENDING);
        desk.await(desk.make(ADMIN, 3).id(), COMPLETED);
        desk.await(desk.make(BOB, 4).id(), COMPLETED);
        assertThat(desk.status(wanted.id())).isEqualTo(PENDING);

        control.approve(ADMIN, wanted.id());
        desk.await(wanted.id(), COMPLETED);
        var denied = control.deny(ADMIN, unwanted.id(), "Too long");
        assertThat(denied.status()).isEqualTo(DENIED);
        assertThat(denied.error()).isEqualTo("Too long");
        assertThat(refusal(() -> control.approve(ADMIN, unwanted.id()))).isEqualTo("INVALID_STATE denied");
        assertThat(desk.fetcher.begun).doesNotContain(video(2));
    }

    @Test
    @DisplayName("people see their own downloads, an admin those of all; the lists say how the queue is doing")
    void lists() {
        desk.concurrency = 1;
        var first = desk.make(ANN, 1);
        desk.running(1);
        var second = desk.make(ANN, 2);
        var other = desk.make(BOB, 3);
        var downloads = desk.feature.downloads();
        assertThat(refusal(() -> downloads.show(BOB, first.id()))).isEqualTo("NOT_FOUND " + first.id());

        assertThat(ids(downloads.active("ann"))).containsExactly(first.id(), second.id());
        assertThat(downloads.active(null)).hasSize(3);
        var page = downloads.list(
                new DownloadFilter(null, requireNonNull(DownloadFilter.words().get("queued")), null),
                new PageQuery(1, 1));
        assertThat(page.pagination().totalItems()).isEqualTo(2);
        assertThat(page.downloads()).hasSize(1);
        assertThat(page.queue().running()).isEqualTo(1);
        assertThat(page.queue().concurrency()).isEqualTo(1);
        assertThat(page.queue().waiting()).isEqualTo(2);
        assertThat(page.queue().freeBytes()).isEqualTo(100 * GIGABYTE);

        var figures = desk.feature.figures();
        var now = desk.clock.instant();
        assertThat(figures.totals("ann", now)).isEqualTo(new DownloadFigures.Totals(2, 2));
        assertThat(figures.totals(null, now.plusSeconds(1))).isEqualTo(new DownloadFigures.Totals(3, 0));
        assertThat(ids(figures.lastMoved("bob", 5))).containsExactly(other.id());

        desk.feature.control().cancelOrRemove(BOB, other.id(), DownloadControl.FileFate.KEEP);
        var ended = downloads.list(
                new DownloadFilter(null, requireNonNull(DownloadFilter.words().get("ended")), null),
                new PageQuery(1, 20));
        assertThat(ended.downloads()).extracting(Download::status).containsExactly(CANCELLED);
    }

    private static List<String> ids(List<Download> downloads) {
        return downloads.stream().map(Download::id).toList();
    }

    @Test
    @DisplayName("what has to wait gets its title, one after the other and each asked for once")
    void titles() {
        desk.concurrency = 1;
        desk.make(ANN, 1);
        desk.running(1);
        var waiting = desk.make(ANN, 2);
        desk.clock.advance(Duration.ofMillis(1));
        var gone = desk.make(ANN, 3);
        desk.fetcher.video(video(2));
        desk.feature.titles().next();
        assertThat(desk.fetcher.asked).as("just queued: it may begin at once").isEmpty();

        desk.clock.advance(Duration.ofSeconds(3));
        desk.fetcher.troubles.put(video(2), new MediaNestException(ErrorCode.UPSTREAM_ERROR, "No answer."));
        desk.feature.titles().next();
        desk.feature.titles().next();
        assertThat(desk.fetcher.asked).as("during an outage nobody is asked").containsExactly(video(2));
        desk.fetcher.troubles.clear();
        desk.fetcher.asked.clear();
        desk.clock.advance(Duration.ofMinutes(1));
        for (int i = 0; i < 5; i++) {
            desk.feature.titles().next();
        }
        assertThat(desk.now(waiting.id()).title()).isEqualTo("Title of " + video(2));
        assertThat(desk.now(waiting.id()).duration()).isEqualTo(60);
        assertThat(desk.now(gone.id()).title()).isNull();
        assertThat(desk.fetcher.asked)
                .as("the one who could not be asked about comes last")
                .containsExactly(video(3), video(2));
    }

    @Test
    @DisplayName("what has begun while its title was asked for tells of itself, and nothing else does")
    void titleTooLate() {
        desk.concurrency = 0;
        var made = desk.make(ANN, 1);
        desk.fetcher.video(video(1));
        desk.clock.advance(Duration.ofSeconds(3));
        desk.fetcher.meanwhile = () -> {
            desk.concurrency = 1;
            desk.feature.queue().wake();
            desk.running(1);
        };
        desk.feature.titles().next();
        assertThat(desk.fetcher.asked).containsExactly(video(1));
        assertThat(desk.now(made.id()).version())
                .as("queued, claimed and described")
                .isEqualTo(3);
    }

    @Test
    @DisplayName("however many titles are not to be had, the others are asked for")
    void titlesBehindMany() {
        desk.concurrency = 0;
        for (int i = 1; i <= 30; i++) {
            desk.make(ANN, i);
        }
        var last = desk.make(ANN, 31);
        desk.fetcher.video(video(31));
        desk.clock.advance(Duration.ofSeconds(3));
        for (int i = 1; i <= 31; i++) {
            desk.feature.titles().next();
        }
        assertThat(desk.now(last.id()).title()).isEqualTo("Title of " + video(31));
    }
}
