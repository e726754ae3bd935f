package io.medianest.server.ytdlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.download.DownloadFormat;
import io.medianest.model.download.DownloadQuality;
import io.medianest.model.download.VideoMetadata;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.cache.LocalCache;
import io.medianest.server.platform.security.MasterKey;
import io.medianest.server.platform.security.SecretBox;
import io.medianest.server.testing.Guards;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real yt-dlp and the real ffmpeg against a web server of our own. With `-Dmedianest.yt-dlp=PATH`
/// another yt-dlp than that on the PATH.
final class FetchTest {
    private static final SecretBox BOX = new SecretBox(new MasterKey(new byte[32]), new SecureRandom());
    private static final String YT_DLP = System.getProperty("medianest.yt-dlp", "yt-dlp");

    @TempDir
    private static Path files;

    private static VideoHost host;

    private final Path directory;
    private final YtDlp ytDlp;

    FetchTest(@TempDir Path directory) {
        this.directory = directory;
        ytDlp = with(YT_DLP, "ffmpeg");
    }

    @BeforeAll
    static void begin() throws IOException, InterruptedException {
        for (var program : List.of(YT_DLP, "ffmpeg", "ffprobe")) {
            assertThat(isInstalled(program))
                    .as("%s must be installed for this test: apt-get install yt-dlp ffmpeg, as .ci/run does", program)
                    .isTrue();
        }
        Clips.make(files, "ffmpeg");
        host = new VideoHost(files);
        Clips.page(files, host);
    }

    @AfterAll
    static void end() {
        host.close();
    }

    @Test
    @DisplayName("a video is described by what people want to know, asked for once, and nothing raw comes along")
    void preview() {
        var address = ytDlp.addresses().parse(host.url("page.html"));

        var video = (VideoMetadata) ytDlp.preview(address).value();
        int asked = host.asked("page.html").size();

        assertThat(video.title()).isEqualTo("Rain: ../Ten \"Minutes\"?");
        assertThat(video.uploader()).isEqualTo("Slow Rivers");
        assertThat(video.duration()).isEqualTo(4);
        assertThat(video.uploadDate()).isEqualTo(LocalDate.of(2024, 3, 31));
        assertThat(video.thumbnail()).isEqualTo(host.url("picture.png"));
        assertThat(video.url()).isEqualTo(host.url("page.html"));
        assertThat(video.formats()).hasSize(1);
        assertThat(ytDlp.preview(address).value()).isEqualTo(video);
        assertThat(host.asked("page.html")).hasSize(asked);
        assertThat(preview("apart.mpd").qualities()).containsExactly(DownloadQuality.P144);
        assertThat(preview("apart.mpd").toString()).doesNotContain("m4s").doesNotContain("User-Agent");
    }

    @Test
    @DisplayName("nothing at an address is told in a sentence")
    void previewOfNothing() {
        assertThatThrownBy(() -> preview("nothing.mp4"))
                .isInstanceOfSatisfying(
                        MediaNestException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND))
                .hasMessage(FetchFailure.NOT_FOUND.sentence());
    }

    @Test
    @DisplayName("picture and sound that come apart are joined; the percentage of both only rises, and the file plays")
    void merges() throws Exception {
        var heard = new Heard();

        var fetched = ytDlp.start(order("apart.mpd", Naming.PLEX, DownloadFormat.MP4, Extras.NONE), heard)
                .await();

        assertThat(directory.resolve("home").relativize(fetched.file()).toString())
                .isEqualTo(Path.of(
                                "Unknown",
                                "Season 2024",
                                "Unknown - s2024e0331 - apart [%s].mp4".formatted(id("apart.mpd")))
                        .toString());
        assertThat(fetched.size()).isEqualTo(Files.size(fetched.file()));
        var probe = Clips.probe(fetched.file());
        assertThat(probe.findValuesAsText("codec_type")).containsExactlyInAnyOrder("video", "audio");
        assertThat(probe.path("format").path("duration").asDouble()).isBetween(3.5, 4.5);
        assertThat(heard.percents()).isSorted().hasSizeGreaterThan(8).endsWith(100.0);
        // The picture alone is most of it, and not all of it.
        assertThat(heard.percents()).anyMatch(percent -> percent > 80 && percent < 99);
        assertThat(heard.found).singleElement().isEqualTo(fetched.video());
        assertThat(directory.resolve("temp")).doesNotExist();
    }

    @Test
    @DisplayName("a list of pieces becomes one file, as sound alone if that is wanted")
    void pieces() throws Exception {
        var heard = new Heard();

        var film = ytDlp.start(order("pieces.m3u8", Naming.FLAT, DownloadFormat.MKV, Extras.NONE), heard)
                .await();
        var sound = ytDlp.start(order("pieces.m3u8", Naming.FLAT, DownloadFormat.MP3, Extras.NONE), new Heard())
                .await();

        assertThat(film.file()).hasFileName("Unknown - pieces [%s].mkv".formatted(id("pieces.m3u8")));
        assertThat(Clips.probe(film.file()).findValuesAsText("codec_type")).containsExactlyInAnyOrder("video", "audio");
        assertThat(heard.percents()).isSorted().endsWith(100.0).anyMatch(percent -> percent > 20 && percent < 80);
        assertThat(Clips.probe(sound.file()).findValuesAsText("codec_name")).containsExactly("mp3");
    }

    @Test
    @DisplayName("picture, description and tags go along, and no title can lead out of the folder")
    void extras() throws Exception {
        var all = new Extras(EnumSet.of(Extra.METADATA, Extra.THUMBNAIL, Extra.THUMBNAIL_BESIDE, Extra.NFO), List.of());

        var fetched = ytDlp.start(order("page.html", Naming.PLEX, DownloadFormat.MP4, all), new Heard())
                .await();

        var folder = directory.resolve("home").resolve("Slow Rivers").resolve("Season 2024");
        var name = "Slow Rivers - s2024e0331 - Rain - ..-Ten 'Minutes' [%s]".formatted(id("page.html"));
        assertThat(fetched.file()).isEqualTo(folder.resolve(name + ".mp4"));
        assertThat(fetched.beside())
                .containsExactlyInAnyOrder(folder.resolve(name + "-thumb.jpg"), folder.resolve(name + ".nfo"));
        assertThat(folder.resolve(name + ".nfo"))
                .content()
                .contains("<plot>Rain &amp; &lt;wind&gt;.</plot>")
                .contains("<season>2024</season><episode>0331</episode>");
        var probe = Clips.probe(fetched.file());
        assertThat(probe.path("format").path("tags").path("title").asText()).isEqualTo("Rain: ../Ten \"Minutes\"?");
        assertThat(probe.findValuesAsText("codec_type")).containsExactlyInAnyOrder("video", "audio", "video");
    }

    @Test
    @DisplayName("subtitles come along in the languages that are wanted, as far as there are any")
    void subtitles() throws Exception {
        Files.writeString(files.resolve("talk.m3u8"), """
                #EXTM3U
                #EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="words",NAME="English",LANGUAGE="en",URI="words.m3u8"
                #EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="words",NAME="French",LANGUAGE="fr",URI="words.m3u8"
                #EXT-X-STREAM-INF:BANDWIDTH=600000,RESOLUTION=256x144,SUBTITLES="words"
                pieces.m3u8
                """);
        Files.writeString(files.resolve("words.m3u8"), """
                #EXTM3U
                #EXT-X-TARGETDURATION:4
                #EXT-X-PLAYLIST-TYPE:VOD
                #EXTINF:4,
                words.vtt
                #EXT-X-ENDLIST
                """);
        Files.writeString(files.resolve("words.vtt"), "WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nIt rains.\n");
        var extras = new Extras(EnumSet.of(Extra.SUBTITLES, Extra.SPONSORBLOCK), List.of("de", "en"));

        var fetched = ytDlp.start(order("talk.m3u8", Naming.FLAT, DownloadFormat.MP4, extras), new Heard())
                .await();

        var streams = Clips.probe(fetched.file()).path("streams");
        assertThat(streams.findValuesAsText("codec_type")).containsExactly("video", "audio", "subtitle");
        assertThat(streams.path(2).at("/tags/language").asText()).isEqualTo("eng");
        assertThat(fetched.beside()).isEmpty();
    }

    @Test
    @DisplayName("cookies go to the host they are for, with a preview and a download, and lie nowhere afterwards")
    void cookies() throws Exception {
        var cookies = CookieFile.parse("""
                # Netscape HTTP Cookie File
                127.0.0.1\tFALSE\t/\tFALSE\t0\tsession\topen-sesame
                .youtube.com\tTRUE\t/\tTRUE\t0\tLOGIN_INFO\tnot-for-everybody
                """);
        var signedIn = open(new YtDlpSettings(YT_DLP, "ffmpeg", null, Set.of(host.host()), cookies));
        var order = order("picked.mp4", Naming.FLAT, DownloadFormat.MP4, Extras.NONE);
        Files.copy(files.resolve("clip.mp4"), files.resolve("picked.mp4"));

        signedIn.preview(order.address());
        int previewed = host.asked("picked.mp4").size();
        signedIn.start(order, new Heard()).await();

        assertThat(host.asked("picked.mp4"))
                .hasSizeGreaterThan(previewed)
                .allSatisfy(asked -> assertThat(asked.cookies()).isEqualTo("session=open-sesame"));
        try (var left = Files.walk(directory)) {
            assertThat(left.filter(Files::isRegularFile))
                    .allSatisfy(file -> assertThat(Files.readAllBytes(file))
                            .asString(StandardCharsets.ISO_8859_1)
                            .doesNotContain("open-sesame"));
        }
    }

    @Test
    @DisplayName("cookies that a site renews are used from then on; those that it takes away are not lost by that")
    void renewedCookies() throws Exception {
        var cookies = CookieFile.parse("""
                # Netscape HTTP Cookie File
                127.0.0.1\tFALSE\t/\tFALSE\t0\tsession\told
                """);
        Files.copy(files.resolve("clip.mp4"), files.resolve("renewing.mp4"));
        var order = order("renewing.mp4", Naming.FLAT, DownloadFormat.MP4, Extras.NONE);
        var settings = new YtDlpSettings(YT_DLP, "ffmpeg", null, Set.of(host.host()), cookies);

        host.sets("renewing.mp4", "session=new; Path=/; Max-Age=9000");
        open(settings).start(order, new Heard()).await();
        host.sets("renewing.mp4", "session=; Path=/; Max-Age=0");
        open(settings).preview(order.address());
        int before = host.asked("renewing.mp4").size();
        host.sets("renewing.mp4", "");
        open(settings).preview(order.address());

        assertThat(host.asked("renewing.mp4").getFirst().cookies()).isEqualTo("session=old");
        assertThat(host.asked("renewing.mp4").get(before).cookies()).isEqualTo("session=new");
    }

    @Test
    @DisplayName("what is stopped and kept goes on by Range where it was, to the identical file")
    void resumes() throws Exception {
        host.hold("clip.mp4");
        var heard = new Heard();
        var fetch = ytDlp.start(order("clip.mp4", Naming.FLAT, DownloadFormat.MP4, Extras.NONE), heard);
        heard.awaitProgress();

        fetch.stop(Leftovers.KEEP);
        assertThatThrownBy(fetch::await).isInstanceOf(FetchStoppedException.class);
        assertThat(processes()).isEmpty();
        assertThat(leftovers()).anyMatch(name -> name.endsWith(".part"));
        host.release("clip.mp4");
        var fetched = ytDlp.start(order("clip.mp4", Naming.FLAT, DownloadFormat.MP4, Extras.NONE), new Heard())
                .await();

        assertThat(fetched.file()).hasSameBinaryContentAs(files.resolve("clip.mp4"));
        assertThat(host.asked("clip.mp4").getLast().range()).matches("bytes=[1-9]\\d*-.*");
    }

    @Test
    @DisplayName("what is stopped and not kept leaves no file and no process")
    void cancels() throws Exception {
        host.hold("clip.mp4");
        var heard = new Heard();
        var fetch = ytDlp.start(order("clip.mp4", Naming.FLAT, DownloadFormat.MP4, Extras.NONE), heard);
        heard.awaitProgress();

        fetch.stop(Leftovers.DELETE);
        host.release("clip.mp4");

        assertThatThrownBy(fetch::await).isInstanceOf(FetchStoppedException.class);
        assertThat(processes()).isEmpty();
        assertThat(leftovers()).isEmpty();
        assertThat(directory.resolve("home")).doesNotExist();
        fetch.stop(Leftovers.DELETE);
    }

    @Test
    @DisplayName("the end of the program is the end of its children")
    void closes() throws Exception {
        host.hold("clip.mp4");
        var heard = new Heard();
        var fetch = ytDlp.start(order("clip.mp4", Naming.FLAT, DownloadFormat.MP4, Extras.NONE), heard);
        heard.awaitProgress();

        ytDlp.close();
        host.release("clip.mp4");

        assertThatThrownBy(fetch::await).isInstanceOf(FetchException.class);
        assertThat(processes()).isEmpty();
    }

    @Test
    @DisplayName("a process that was written down is found and ended by its words, though the clock was set since")
    void foundAgain() throws Exception {
        host.hold("clip.mp4");
        var heard = new Heard();
        var order = order("clip.mp4", Naming.FLAT, DownloadFormat.MP4, Extras.NONE);
        var fetch = ytDlp.start(order, heard);
        heard.awaitProgress();
        var written = FetchProcess.parse(FetchProcess.of(fetch).text()).orElseThrow();
        assertThat(written.pid()).isEqualTo(fetch.pid());

        new FetchProcess(fetch.pid(), 0).endIfOurs(host.url("other.mp4"));
        assertThat(processes()).isNotEmpty();
        new FetchProcess(fetch.pid(), 0).endIfOurs(order.address().canonicalUrl());

        host.release("clip.mp4");
        assertThatThrownBy(fetch::await).isInstanceOf(FetchException.class);
        assertThat(processes()).isEmpty();
    }

    @Test
    @DisplayName("a full disk is told as that, and the next attempt goes well")
    void diskFull() throws Exception {
        // What is written there fails as on a full disk, by the same error of the same kernel.
        var part = directory.resolve("temp/done/parts/media.mp4.part");
        Files.createDirectories(part.getParent());
        Files.createSymbolicLink(part, Path.of("/dev/full"));
        var order = order("clip.mp4", Naming.FILM, DownloadFormat.MP4, Extras.NONE);
        var fetch = ytDlp.start(order, new Heard());

        assertThatThrownBy(fetch::await)
                .isInstanceOfSatisfying(
                        FetchException.class, e -> assertThat(e.reason()).isEqualTo(FetchFailure.DISK_FULL))
                .hasMessage(FetchFailure.DISK_FULL.sentence());

        Files.delete(part);
        assertThat(ytDlp.start(order, new Heard()).await().file())
                .hasFileName("clip (2024) [%s].mp4".formatted(id("clip.mp4")));
    }

    @Test
    @DisplayName("a link in the folder does not lead a file out of it")
    void confined() throws Exception {
        var elsewhere = Files.createDirectories(directory.resolve("elsewhere"));
        Files.createDirectories(directory.resolve("home"));
        Files.createSymbolicLink(directory.resolve("home/clip (2024)"), elsewhere);
        var fetch = ytDlp.start(order("clip.mp4", Naming.FILM, DownloadFormat.MP4, Extras.NONE), new Heard());

        assertThatThrownBy(fetch::await)
                .isInstanceOfSatisfying(
                        FetchException.class, e -> assertThat(e.reason()).isEqualTo(FetchFailure.OUTSIDE));
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    @DisplayName("another file is never overwritten; the same one, brought twice, is there once")
    void keepsOthers() throws Exception {
        var order = order("clip.mp4", Naming.FLAT, DownloadFormat.MP4, Extras.NONE);
        var first = ytDlp.start(order, new Heard()).await();
        assertThat(ytDlp.start(order, new Heard()).await().file()).isEqualTo(first.file());
        Files.writeString(first.file(), "something else");

        assertThat(ytDlp.start(order, new Heard()).await().file())
                .hasFileName("Unknown - clip [%s] (2).mp4".formatted(id("clip.mp4")));
        assertThat(first.file()).hasContent("something else");
    }

    @Test
    @DisplayName("failures say what is the matter: nothing there, no such format, a tool that is missing")
    void failures() throws Exception {
        assertThat(failure(ytDlp, "nothing.mp4", DownloadFormat.MP4)).isEqualTo(FetchFailure.NOT_FOUND);
        assertThat(failure(ytDlp, "clip.mp4", DownloadFormat.WEBM)).isEqualTo(FetchFailure.UNSUPPORTED);
        assertThat(failure(with(YT_DLP, "no-ffmpeg-here"), "clip.mp4", DownloadFormat.MP4))
                .isEqualTo(FetchFailure.FFMPEG_MISSING);
        assertThat(failure(with("no-yt-dlp-here", "ffmpeg"), "clip.mp4", DownloadFormat.MP4))
                .isEqualTo(FetchFailure.TOOL_MISSING);
    }

    @Test
    @DisplayName("an address that the settings do not allow any more is not downloaded from")
    void notAllowedAnyMore() {
        var order = order("clip.mp4", Naming.FLAT, DownloadFormat.MP4, Extras.NONE);
        var stricter = open(new YtDlpSettings(YT_DLP, "ffmpeg", null, Set.of(), null));

        assertThatThrownBy(() -> stricter.start(order, new Heard())).isInstanceOf(MediaNestException.class);
        assertThatThrownBy(() -> stricter.preview(order.address())).isInstanceOf(MediaNestException.class);
    }

    private VideoMetadata preview(String path) {
        return (VideoMetadata)
                ytDlp.preview(ytDlp.addresses().parse(host.url(path))).value();
    }

    private @Nullable FetchFailure failure(YtDlp with, String path, DownloadFormat format) throws InterruptedException {
        try {
            with.start(order(path, Naming.FLAT, format, Extras.NONE), new Heard())
                    .await();
            return null;
        } catch (FetchException e) {
            return e.reason();
        }
    }

    /// What a video of the host is called by us.
    private String id(String path) {
        return ytDlp.addresses().parse(host.url(path)).id();
    }

    private FetchOrder order(String path, Naming naming, DownloadFormat format, Extras extras) {
        return new FetchOrder(
                ytDlp.addresses().parse(host.url(path)),
                new Selection(DownloadQuality.P720, format),
                directory.resolve("home"),
                directory.resolve("temp"),
                naming,
                extras,
                null);
    }

    private YtDlp with(String program, String ffmpeg) {
        return open(new YtDlpSettings(program, ffmpeg, null, Set.of(host.host()), null));
    }

    private YtDlp open(YtDlpSettings settings) {
        return new YtDlp(
                () -> settings,
                directory.resolve("tools"),
                Guards.impatient(YtDlp.POLICY),
                new LocalCache(Clock.systemUTC()),
                BOX,
                new TickingClock());
    }

    private List<String> leftovers() throws IOException {
        if (!Files.exists(directory.resolve("temp"))) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(directory.resolve("temp"))) {
            return paths.filter(Files::isRegularFile).map(Path::toString).toList();
        }
    }

    private static List<String> processes() {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().commandLine().stream())
                .filter(line -> line.toLowerCase(Locale.ROOT).matches(".*(yt-dlp|ffmpeg).*"))
                .toList();
    }

    private static boolean isInstalled(String program) {
        return Path.of(program).isAbsolute()
                ? Files.isExecutable(Path.of(program))
                : Stream.of(String.valueOf(System.getenv("PATH")).split(java.io.File.pathSeparator, -1))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /// Notes what it is told.
    private static final class Heard implements FetchListener {
        private final List<FoundVideo> found = new CopyOnWriteArrayList<>();
        private final List<FetchProgress> progress = new CopyOnWriteArrayList<>();
        private final CountDownLatch begun = new CountDownLatch(1);

        @Override
        public void found(FoundVideo video) {
            assertThat(progress).isEmpty();
            found.add(video);
        }

        @Override
        public void progress(FetchProgress now) {
            progress.add(now);
            if (now.downloadedBytes() > 20_000) {
                begun.countDown();
            }
        }

        void awaitProgress() throws InterruptedException {
            assertThat(begun.await(30, TimeUnit.SECONDS)).as("bytes arrive").isTrue();
        }

        List<Double> percents() {
            return progress.stream().map(FetchProgress::percent).toList();
        }
    }
}
