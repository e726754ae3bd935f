package io.medianest.server.download;

import static io.medianest.model.download.DownloadStatus.COMPLETED;
import static io.medianest.model.download.DownloadStatus.FAILED;
import static io.medianest.server.download.DownloadDesk.ANN;
import static io.medianest.server.download.DownloadDesk.video;
import static io.medianest.server.download.DownloadDesk.wish;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.medianest.model.download.Download;
import io.medianest.server.platform.Await;
import io.medianest.server.platform.job.JobHandler;
import io.medianest.server.ytdlp.FetchFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What comes after a download: people are told, and the media server makes something of it.
class ArrivalTest {
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

    private Download completed(int number) {
        var made = desk.make(ANN, number);
        desk.running(number).finish();
        desk.await(made.id(), COMPLETED);
        return desk.now(made.id());
    }

    private Path file(int number) {
        return directory.resolve("Uploader/Title of %s [%s].mp4".formatted(video(number), video(number)));
    }

    private Arrivals arrivals() {
        return new Arrivals(desk.database, desk.library, desk.clock);
    }

    /// The job, without the queue that runs it when its time has come.
    private AnnounceDownload announcement() {
        return new AnnounceDownload(
                desk.database, arrivals(), (_, download, place) -> desk.told.add(download.id() + " " + place));
    }

    private CollectPlaylist collection() {
        return new CollectPlaylist(desk.database, arrivals(), desk.library, () -> desk.settings());
    }

    private static Duration early(Runnable job) {
        var early = catchThrowableOfType(JobHandler.NotYet.class, job::run);
        assertThat(early).as("it is too early").isNotNull();
        return early.pause();
    }

    @Test
    @DisplayName("where no media server has the directory, people are told at once, and once")
    void onDisk() {
        var video = completed(1);

        Await.until("it is told", () -> !desk.told.isEmpty());
        announcement().run(video.id());
        assertThat(desk.told).containsOnly(video.id() + " DISK");
    }

    @Test
    @DisplayName("where a media server has it, people are told when it can be seen there, and not before")
    void inLibrary() {
        desk.library.hasDirectory = true;
        var video = completed(1);
        Await.until("the media server is told to look", () -> desk.library.scanned.contains(file(1)));
        assertThat(early(() -> announcement().run(video.id()))).isEqualTo(Duration.ofSeconds(2));
        assertThat(desk.told).isEmpty();

        desk.library.seen.add(file(1));
        desk.clock.advance(Duration.ofSeconds(3));

        Await.until("it is told", () -> !desk.told.isEmpty());
        assertThat(desk.told).containsExactly(video.id() + " LIBRARY");
    }

    @Test
    @DisplayName(
            "what never shows in the library, or cannot be asked for, is told of in the end, ever more seldom looked for")
    void neverSeen() {
        desk.library.hasDirectory = true;
        var video = completed(1);
        desk.clock.advance(Duration.ofMinutes(2));
        assertThat(early(() -> announcement().run(video.id()))).isEqualTo(Duration.ofSeconds(30));
        desk.library.isDown = true;
        desk.clock.advance(Duration.ofMinutes(6));
        assertThat(early(() -> announcement().run(video.id()))).isEqualTo(Duration.ofMinutes(1));

        desk.clock.advance(Duration.ofMinutes(2));
        announcement().run(video.id());
        desk.library.isDown = false;
        announcement().run(video.id());
        assertThat(desk.told).containsOnly(video.id() + " DISK").hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    @DisplayName("a clock that is set back does not have it looked for all the time")
    void clockSetBack() {
        desk.library.hasDirectory = true;
        var video = completed(1);
        desk.clock.advance(Duration.ofMinutes(-4));
        assertThat(early(() -> announcement().run(video.id()))).isEqualTo(Duration.ofMinutes(1));

        desk.clock.advance(Duration.ofHours(-3));
        announcement().run(video.id());
        assertThat(desk.told).contains(video.id() + " DISK");
    }

    @Test
    @DisplayName("a playlist is told of when all its videos are seen, and becomes a collection in its order")
    void playlist() {
        desk.library.hasDirectory = true;
        var list = playlist(1, 2, 3);
        desk.running(2).finish();
        desk.running(1).finish();
        desk.running(3).finish();
        desk.await(list.id(), COMPLETED);
        desk.library.seen.addAll(Set.of(file(1), file(2)));
        early(() -> announcement().run(list.id()));
        early(() -> collection().run(list.id()));
        assertThat(desk.told).isEmpty();

        desk.library.seen.add(file(3));
        announcement().run(list.id());
        collection().run(list.id());

        assertThat(desk.told).contains(list.id() + " LIBRARY").doesNotContain(list.id() + " DISK");
        assertThat(desk.library.collections).containsEntry("List PLlist", List.of(file(1), file(2), file(3)));
    }

    @Test
    @DisplayName("of a playlist that came in part, that part is collected; nothing is where nobody wants collections")
    void inPart() {
        desk.library.hasDirectory = true;
        desk.library.seen.addAll(Set.of(file(1), file(2)));
        desk.collections = false;
        var list = playlist(1, 2);
        desk.running(1).finish();
        desk.running(2).fail(FetchFailure.PRIVATE);
        desk.await(list.id(), FAILED);
        collection().run(list.id());
        assertThat(desk.library.collections).isEmpty();

        desk.collections = true;
        collection().run(list.id());
        assertThat(desk.library.collections).containsEntry("List PLlist", List.of(file(1)));
        assertThat(desk.told).isEmpty();
    }

    @Test
    @DisplayName("a collection is made by itself when the playlist has come")
    void byItself() {
        desk.library.hasDirectory = true;
        desk.library.seen.add(file(1));
        playlist(1);
        desk.running(1).finish();

        Await.until("there is a collection", () -> !desk.library.collections.isEmpty());
        assertThat(requireNonNull(desk.library.collections.get("List PLlist"))).containsExactly(file(1));
    }

    private Download playlist(int... numbers) {
        var url = desk.fetcher.playlist(
                "PLlist", Arrays.stream(numbers).mapToObj(DownloadDesk::video).toArray(String[]::new));
        return desk.feature.downloads().make(ANN, wish(url));
    }
}
