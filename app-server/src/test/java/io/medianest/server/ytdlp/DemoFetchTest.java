package io.medianest.server.ytdlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medianest.model.download.DownloadFormat;
import io.medianest.model.download.DownloadQuality;
import io.medianest.model.download.PlaylistMetadata;
import io.medianest.server.demo.DemoPace;
import io.medianest.server.demo.DemoWorld;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.cache.LocalCache;
import io.medianest.server.platform.security.MasterKey;
import io.medianest.server.platform.security.SecretBox;
import io.medianest.server.testing.Guards;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demo's stand-in, which knows YouTube's addresses where the tests with the real one know only ours.
final class DemoFetchTest {
    @TempDir
    private static Path directory;

    private static DemoWorld demo;

    private static final SecretBox BOX = new SecretBox(new MasterKey(new byte[32]), new SecureRandom());

    private final YtDlp ytDlp = new YtDlp(
            () -> new YtDlpSettings(demo.ytDlp().toString(), demo.ytDlp().toString(), null, Set.of(), null),
            directory.resolve("tools"),
            Guards.impatient(YtDlp.POLICY),
            new LocalCache(Clock.systemUTC()),
            BOX,
            new TickingClock());

    @BeforeAll
    static void begin() {
        demo = DemoWorld.start(new DemoPace(Duration.ofMillis(50), Duration.ZERO), directory.resolve("demo"));
    }

    @AfterAll
    static void end() {
        demo.close();
    }

    @Test
    @DisplayName("a list is described")
    void list() {
        var list = (PlaylistMetadata) ytDlp.preview(address("https://www.youtube.com/playlist?list=PLdemo"))
                .value();

        assertThat(list.entries()).hasSizeGreaterThan(5).hasSize(list.count());
        assertThat(ytDlp.addresses().parse(list.entries().getFirst().url()).kind())
                .isEqualTo(VideoAddress.Kind.VIDEO);
    }

    @Test
    @DisplayName("it stands in for ffmpeg, too: the demo needs nothing installed")
    void tools() {
        assertThat(ytDlp.tools().problem()).isEmpty();
        assertThat(ytDlp.tools().ffmpeg()).map(Tool::version).contains("demo");
    }

    @Test
    @DisplayName("a private video is told to be one")
    void isPrivate() {
        assertThatThrownBy(() -> ytDlp.preview(address("https://youtu.be/PRIVATE0001")))
                .isInstanceOf(MediaNestException.class)
                .hasMessage(FetchFailure.PRIVATE.sentence());
    }

    @Test
    @DisplayName("a video is downloaded and put on the shelf")
    void downloads() throws InterruptedException {
        List<Double> percents = Collections.synchronizedList(new ArrayList<>());
        var order = new FetchOrder(
                address("https://www.youtube.com/watch?v=dQw4w9WgXcQ"),
                new Selection(DownloadQuality.P720, DownloadFormat.MP4),
                directory.resolve("home"),
                directory.resolve("temp"),
                Naming.PLEX,
                Extras.USUAL,
                null);

        var fetched = ytDlp.start(order, new Percents(percents)).await();

        assertThat(fetched.file()).isRegularFile().hasExtension("mp4");
        assertThat(fetched.file().getFileName().toString()).contains("[dQw4w9WgXcQ]");
        assertThat(percents).isSorted().hasSizeGreaterThan(3).endsWith(100.0);
    }

    private VideoAddress address(String url) {
        return ytDlp.addresses().parse(url);
    }

    private record Percents(List<Double> heard) implements FetchListener {
        @Override
        public void found(FoundVideo video) {
            assertThat(video.id()).isEqualTo("dQw4w9WgXcQ");
        }

        @Override
        public void progress(FetchProgress progress) {
            heard.add(progress.percent());
        }
    }
}
