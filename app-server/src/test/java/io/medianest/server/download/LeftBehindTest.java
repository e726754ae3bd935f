package io.medianest.server.download;

import static io.medianest.server.download.DownloadDesk.ANN;
import static io.medianest.server.download.DownloadDesk.url;
import static io.medianest.server.download.DownloadDesk.video;
import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.platform.Await;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real processes that an earlier run of the program left behind.
class LeftBehindTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private DownloadDesk desk;

    @SuppressWarnings("NullAway.Init")
    private Process process;

    @BeforeEach
    void open() {
        desk = new DownloadDesk(directory);
    }

    @AfterEach
    void close() {
        desk.close();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /// A process with a child of its own that stays until it is ended.
    ///
    /// @param words that its command line shows
    private void begin(String... words) throws IOException {
        var command = new ArrayList<>(List.of("sh", "-c", "sleep 600; true", "yt-dlp"));
        command.addAll(List.of(words));
        process = new ProcessBuilder(command).start();
        Await.until("its child is there", () -> process.descendants().findAny().isPresent());
    }

    /// A download that names the process as its own, as it was when the program was killed.
    private void note(String text) {
        desk.concurrency = 0;
        var made = desk.make(ANN, 1);
        desk.database.store(DownloadStore.class).process(made.id(), text);
    }

    @Test
    @DisplayName(
            "a download that goes on without the program is ended with its children, whatever was done to the clock")
    void ours() throws IOException, InterruptedException {
        begin("after_move:MNFILE %(filepath)j", "--", url(video(1)));
        var child = process.descendants().findAny().orElseThrow();
        note(process.pid() + " 0");
        desk.feature.leftBehind().remove();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        Await.until("the child is gone", () -> !child.isAlive());
    }

    @Test
    @DisplayName("what only has the number of a download's process is left alone")
    void another() throws IOException {
        begin("after_move:MNFILE %(filepath)j", "--", url(video(2)));
        note(process.pid() + " " + process.info().startInstant().orElseThrow().toEpochMilli());
        desk.feature.leftBehind().remove();
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    @DisplayName("the number of a process is noted while it loads, and only then")
    void noted() throws IOException {
        begin();
        var made = desk.make(ANN, 1);
        desk.running(1);
        var store = desk.database.store(DownloadStore.class);
        Await.until("it is noted", () -> store.strays("node_other").size() == 1);
        assertThat(store.strays("node_other").getFirst().url()).isEqualTo(made.url());
        desk.running(1).finish();
        Await.until("it is noted no more", () -> store.strays("node_other").isEmpty());
    }
}
