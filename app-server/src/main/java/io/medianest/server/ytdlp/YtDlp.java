package io.medianest.server.ytdlp;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.download.MediaPreview;
import io.medianest.model.download.PlaylistMetadata;
import io.medianest.model.download.VideoMetadata;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.cache.Cache;
import io.medianest.server.platform.cache.Cache.Copy;
import io.medianest.server.platform.cache.Cache.Region;
import io.medianest.server.platform.resilience.Guard;
import io.medianest.server.platform.resilience.GuardPolicy;
import io.medianest.server.platform.security.SecretBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// yt-dlp as a child process: tells what is behind an address, and downloads it. Thread-safe.
public final class YtDlp implements AutoCloseable {
    public static final Duration LONGEST_PREVIEW = Duration.ofSeconds(30);
    public static final GuardPolicy POLICY = new GuardPolicy(
                    "youtube", "YouTube", 8, Duration.ofSeconds(60), 2, LONGEST_PREVIEW, 6)
            .readingIn(LONGEST_PREVIEW);

    static final String SERVICE = "youtube";

    private static final Logger LOG = LoggerFactory.getLogger(YtDlp.class);
    private static final Region<MediaPreview> PREVIEWS =
            new Region<>("youtube.preview", MediaPreview.class, Duration.ofHours(1), 500);

    private final Supplier<YtDlpSettings> settings;
    private final Directories directories;
    private final Guard guard;
    private final Cache cache;
    private final Clock clock;
    private final AddressRules addresses;
    private final Programs programs;
    private final Set<ChildProcess> children = ConcurrentHashMap.newKeySet();

    /// @param settings asked at each call, so that a change works at once
    /// @param directory of its own, in the data directory
    /// @param secrets what renewed cookies are encrypted with
    public YtDlp(
            Supplier<YtDlpSettings> settings,
            Path directory,
            Guard guard,
            Cache cache,
            SecretBox secrets,
            Clock clock) {
        this.settings = settings;
        this.directories = new Directories(directory, secrets, clock);
        this.guard = guard;
        this.cache = cache;
        this.clock = clock;
        this.addresses = new AddressRules(() -> settings.get().extraHosts());
        this.programs = new Programs(settings, directories, clock);
    }

    /// Removes what earlier runs of the program have left behind when they were killed. Before the first
    /// download.
    public void tidy() {
        directories.tidy();
    }

    /// Which addresses may be downloaded from.
    public AddressRules addresses() {
        return addresses;
    }

    /// What is behind an address, from a copy of at most an hour where there is one. Of a list the first 500
    /// videos.
    ///
    /// @throws MediaNestException `NOT_FOUND` when there is nothing, or nothing that we may see;
    ///     `VALIDATION_ERROR` when it is nothing to download; `UPSTREAM_ERROR`, `UPSTREAM_TIMEOUT`,
    ///     `SERVICE_UNAVAILABLE`
    public Copy<MediaPreview> preview(VideoAddress address) {
        allowed(address);
        return cache.get(
                PREVIEWS, address.canonicalUrl(), () -> described(command -> command.describe(address), address));
    }

    /// As [#preview], and of a list all videos as far as [WholeList#LONGEST], asked for part by part.
    public MediaPreview whole(VideoAddress address) {
        return switch (preview(address).value()) {
            case PlaylistMetadata list ->
                WholeList.from(
                        list, (first, last) -> described(command -> command.describe(address, first, last), address));
            case VideoMetadata video -> video;
        };
    }

    private Path installed() {
        return programs.ytDlp()
                .orElseThrow(() -> new MediaNestException(
                        ErrorCode.SERVICE_UNAVAILABLE, FetchFailure.TOOL_MISSING.sentence(), SERVICE));
    }

    private MediaPreview described(Function<YtDlpCommand, List<String>> words, VideoAddress address) {
        var program = installed();
        return guard.call(() -> {
            try (var home = directories.runHome(settings.get().cookies())) {
                var command = words.apply(new YtDlpCommand(program, directories.cache(), home.cookies()));
                var preview = new PreviewRun(home, children).run(command, address);
                home.succeeded();
                return preview;
            }
        });
    }

    /// Begins a download. The same order, given again after a stop or a failure, goes on where the former
    /// ended.
    ///
    /// @throws FetchException when it cannot begin
    /// @throws MediaNestException `VALIDATION_ERROR` when the address is not allowed (any more)
    public Fetch start(FetchOrder order, FetchListener listener) {
        allowed(order.address());
        var program = programs.ytDlp().orElseThrow(() -> new FetchException(FetchFailure.TOOL_MISSING));
        // Asked before: without it yt-dlp reports success and leaves the streams unjoined.
        var ffmpeg = programs.ffmpeg().orElseThrow(() -> new FetchException(FetchFailure.FFMPEG_MISSING));
        var rate = order.rateLimitBytes() == null ? settings.get().rateLimitBytes() : order.rateLimitBytes();
        makeFolder(order);
        var home = directories.runHome(settings.get().cookies());
        var command = new YtDlpCommand(program, directories.cache(), home.cookies()).download(order, ffmpeg, rate);
        var child = child(command, order.temp(), home);
        return new FetchRun(
                        order,
                        child,
                        listener,
                        clock,
                        new FetchRun.Aftermath(home::succeeded, () -> ended(child, home)))
                .begin();
    }

    private static void makeFolder(FetchOrder order) {
        try {
            Files.createDirectories(order.temp());
        } catch (IOException e) {
            LOG.warn("{} cannot be downloaded: {}", order.address().canonicalUrl(), e.toString());
            throw StderrWords.failure(e);
        }
    }

    private ChildProcess child(List<String> command, Path directory, RunHome home) {
        try {
            var child = ChildProcess.start(command, directory, home.directory());
            children.add(child);
            return child;
        } catch (IOException e) {
            home.close();
            LOG.warn("{} cannot be started", command.getFirst(), e);
            throw new FetchException(FetchFailure.TOOL_MISSING);
        }
    }

    private void ended(ChildProcess child, RunHome home) {
        children.remove(child);
        home.close();
    }

    /// Addresses may have been kept since before a setting was changed.
    private void allowed(VideoAddress address) {
        if (!addresses.parse(address.canonicalUrl()).equals(address)) {
            throw MediaNestException.invalid("url", "This address is not allowed to be downloaded from");
        }
    }

    /// The programs that downloads need, as they were found at most ten minutes ago.
    ///
    /// @throws MediaNestException `SERVICE_UNAVAILABLE` when one is there and does not work
    public Tools tools() {
        return programs.tools();
    }

    /// How yt-dlp can be renewed, the way for this system first.
    public List<UpdateWay> updateWays() {
        return UpdateWay.from(System.getProperty("os.name", ""));
    }

    /// Whether yt-dlp is the program's own copy, which [#update] can renew.
    public boolean isUpdatable() {
        return programs.updatable().isPresent();
    }

    /// Renews the program's own copy of yt-dlp, in the folder `tools` of the data directory. Those of the
    /// system are the system's.
    ///
    /// @return the version that it has now
    /// @throws MediaNestException `INVALID_STATE` when there is no such copy, `SERVICE_UNAVAILABLE` when it
    ///     did not work
    public String update() {
        return programs.update();
    }

    /// Ends all that is still running; what is loaded so far is kept.
    @Override
    public void close() {
        children.forEach(ChildProcess::end);
    }
}
