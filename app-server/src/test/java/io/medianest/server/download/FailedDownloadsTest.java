package io.medianest.server.download;

import static io.medianest.model.download.DownloadStatus.CANCELLED;
import static io.medianest.model.download.DownloadStatus.COMPLETED;
import static io.medianest.model.download.DownloadStatus.FAILED;
import static io.medianest.server.download.DownloadDesk.ANN;
import static io.medianest.server.download.DownloadDesk.BOB;
import static io.medianest.server.download.DownloadDesk.refusal;
import static io.medianest.server.download.DownloadDesk.video;
import static io.medianest.server.download.DownloadDesk.wish;
import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.admin.DeadLetter;
import io.medianest.model.download.Download;
import io.medianest.server.platform.job.FailedWork;
import io.medianest.server.ytdlp.FetchFailure;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailedDownloadsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private DownloadDesk desk;

    @SuppressWarnings("NullAway.Init")
    private FailedWork failed;

    @BeforeEach
    void open() {
        desk = new DownloadDesk(directory);
        failed = desk.feature.failed();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Download failing(int number) {
        var download = desk.make(ANN, number);
        desk.running(number).fail(FetchFailure.PRIVATE);
        desk.await(download.id(), FAILED);
        desk.clock.advance(Duration.ofMinutes(1));
        return download;
    }

    @Test
    @DisplayName("what could not be loaded is listed, the latest first, with its title and the reason")
    void listed() {
        var first = failing(1);
        var second = failing(2);
        desk.make(ANN, 3);

        assertThat(failed.letters(10, 0)).extracting(DeadLetter::id).containsExactly(second.id(), first.id());
        assertThat(failed.letters(10, 1)).extracting(DeadLetter::id).containsExactly(first.id());
        assertThat(failed.count()).isEqualTo(2);
        assertThat(failed.times(1))
                .containsExactly(failed.letters(1, 0).getFirst().failedAt());
        var letter = failed.letters(1, 1).getFirst();
        assertThat(letter.kind()).isEqualTo("download");
        assertThat(letter.about()).isEqualTo("Title of " + video(1));
        assertThat(letter.lastError()).isEqualTo(FetchFailure.PRIVATE.sentence());
        assertThat(letter.attempts()).isEqualTo(1);
        assertThat(letter.subject()).contains(video(1));
    }

    @Test
    @DisplayName("one is tried again and is no failure any more; all others at once")
    void retried() {
        var one = failing(1);
        var two = failing(2);
        var three = failing(3);

        failed.retry(one.id(), "The owner");
        desk.running(1).finish();
        desk.await(one.id(), COMPLETED);
        assertThat(failed.retryAll("The owner")).isEqualTo(2);
        desk.running(2).finish();
        desk.running(3).finish();
        desk.await(two.id(), COMPLETED);
        desk.await(three.id(), COMPLETED);

        assertThat(failed.count()).isZero();
        assertThat(refusal(() -> {
                    failed.retry(one.id(), "The owner");
                    return "again";
                }))
                .isEqualTo("NOT_FOUND " + one.id());
    }

    @Test
    @DisplayName("what somebody else has on its way by now is not tried again")
    void rival() {
        var one = failing(1);
        desk.make(BOB, 1);

        assertThat(refusal(() -> {
                    failed.retry(one.id(), "The owner");
                    return "again";
                }))
                .isEqualTo("ALREADY_QUEUED " + one.id());
        assertThat(failed.retryAll("The owner")).isZero();
        assertThat(desk.status(one.id())).isEqualTo(FAILED);
    }

    @Test
    @DisplayName("what is given up is cancelled and says so; whoever wanted it can try it again")
    void discarded() {
        var one = failing(1);
        var two = failing(2);
        failing(3);

        failed.discard(one.id());
        assertThat(failed.count()).isEqualTo(2);
        assertThat(desk.now(one.id()).status()).isEqualTo(CANCELLED);
        assertThat(desk.now(one.id()).note()).contains("given this download up");
        assertThat(failed.discardAll()).isEqualTo(2);
        assertThat(desk.status(two.id())).isEqualTo(CANCELLED);

        desk.feature.control().retry(ANN, one.id());
        desk.running(1).finish();
        desk.await(one.id(), COMPLETED);
    }

    @Test
    @DisplayName("a video of a playlist is one too, and its playlist is done when it is given up")
    void ofPlaylist() {
        var url = desk.fetcher.playlist("PLopenmovies1", video(1), video(2));
        var list = desk.feature.downloads().make(ANN, wish(url));
        desk.running(1).finish();
        desk.running(2).fail(FetchFailure.REMOVED);
        desk.await(list.id(), FAILED);

        assertThat(failed.letters(10, 0)).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).contains(video(2));
            failed.discard(letter.id());
        });
        assertThat(desk.status(list.id())).isEqualTo(COMPLETED);
    }

    @Test
    @DisplayName("a playlist of nothing that can be loaded is a failed job, and not counted twice")
    void emptyPlaylist() {
        var list = desk.feature.downloads().make(ANN, wish(desk.fetcher.playlist("PLempty")));
        desk.await(list.id(), FAILED);

        assertThat(desk.now(list.id()).error()).contains("nothing in this playlist");
        assertThat(desk.now(list.id()).title()).isEqualTo("List PLempty");
        assertThat(desk.deadLetters().count()).isEqualTo(1);
        assertThat(failed.count()).isZero();
    }
}
