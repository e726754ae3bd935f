package io.medianest.server.ytdlp;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds yt-dlp and ffmpeg, and asks them for their versions. A copy of yt-dlp in the data directory goes
/// before one on the PATH, and is the only one that the program may renew: others belong to the system.
/// Thread-safe.
final class Programs {
    private static final Logger LOG = LoggerFactory.getLogger(Programs.class);
    private static final String DEFAULT_NAME = "yt-dlp";
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration LONGEST_UPDATE = Duration.ofMinutes(3);
    private static final int MOST_OUTPUT = 4_000;
    private static final List<String> EXECUTABLE = List.of("", ".exe", ".cmd", ".bat");
    private static final Pattern RELEASED = Pattern.compile("(\\d{4})\\.(\\d{2})\\.(\\d{2}).*");
    private static final Pattern FFMPEG_VERSION = Pattern.compile("ffmpeg version (\\S+).*");

    private final Supplier<YtDlpSettings> settings;
    private final Directories directories;
    private final String searchPath;
    private final Clock clock;
    private final ReentrantLock updating = new ReentrantLock();
    private volatile @Nullable Known known;

    Programs(Supplier<YtDlpSettings> settings, Directories directories, Clock clock) {
        this.settings = settings;
        this.directories = directories;
        this.searchPath = Optional.ofNullable(System.getenv("PATH")).orElse("");
        this.clock = clock;
    }

    /// Empty when it is not installed.
    Optional<Path> ytDlp() {
        var name = settings.get().ytDlp();
        return name.equals(DEFAULT_NAME) ? managed().or(() -> find(name)) : find(name);
    }

    /// Empty when it is not installed.
    Optional<Path> ffmpeg() {
        return find(settings.get().ffmpeg());
    }

    /// The copy that the program may renew.
    Optional<Path> managed() {
        return EXECUTABLE.stream()
                .map(ending -> directories.tools().resolve(DEFAULT_NAME + ending))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// Both, as they were found at most ten minutes ago.
    Tools tools() {
        var wanted = settings.get();
        var current = known;
        var now = clock.instant();
        if (current == null
                || !current.settings.equals(wanted)
                || Duration.between(current.at, now).abs().compareTo(KEPT) > 0) {
            current = new Known(
                    new Tools(ytDlp().map(this::describeYtDlp), ffmpeg().map(this::describeFfmpeg)), wanted, now);
            known = current;
        }
        return current.tools;
    }

    /// Renews the managed copy by its own means.
    ///
    /// @return the version that it has now
    /// @throws MediaNestException `INVALID_STATE` when it is not in use, `SERVICE_UNAVAILABLE` when it did not
    ///     work
    String update() {
        var copy = updatable()
                .orElseThrow(() -> new MediaNestException(
                        ErrorCode.INVALID_STATE,
                        "yt-dlp belongs to the system here. %s %s"
                                .formatted(
                                        UpdateWay.on(System.getProperty("os.name", ""))
                                                .sentence(),
                                        UpdateWay.MANAGED.sentence())));
        updating.lock();
        try {
            run(List.of(copy.toString(), "--ignore-config", "-U"), LONGEST_UPDATE);
            known = null;
            return describeYtDlp(copy).version();
        } finally {
            updating.unlock();
        }
    }

    /// The managed copy, if it is the one in use and we may write where it lies.
    Optional<Path> updatable() {
        var inUse = ytDlp();
        return managed()
                .filter(copy -> inUse.filter(other -> isSame(copy, other)).isPresent())
                .filter(copy -> Files.isWritable(directories.tools()));
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            LOG.debug("{} or {} has gone", one, other, e);
            return false;
        }
    }

    private Optional<Path> find(String nameOrPath) {
        try {
            var path = Path.of(nameOrPath);
            var candidates = path.isAbsolute() || path.getNameCount() > 1
                    ? Stream.of(path.toAbsolutePath())
                    : Arrays.stream(searchPath.split(Pattern.quote(File.pathSeparator), -1))
                            .filter(folder -> !folder.isBlank())
                            .map(folder -> Path.of(folder).resolve(nameOrPath));
            return candidates
                    .flatMap(found ->
                            EXECUTABLE.stream().map(ending -> found.resolveSibling(found.getFileName() + ending)))
                    .filter(found -> Files.isRegularFile(found) && Files.isExecutable(found))
                    .findFirst();
        } catch (InvalidPathException e) {
            LOG.debug("{} is no path", nameOrPath, e);
            return Optional.empty();
        }
    }

    private Tool describeYtDlp(Path program) {
        var version = run(List.of(program.toString(), "--ignore-config", "--version"), LONGEST);
        return new Tool(program, version, age(version));
    }

    private Tool describeFfmpeg(Path program) {
        var line = run(List.of(program.toString(), "-hide_banner", "-version"), LONGEST);
        var version = FFMPEG_VERSION.matcher(line);
        return new Tool(program, version.matches() ? version.group(1) : line, null);
    }

    /// yt-dlp's versions are the days of their release.
    private @Nullable Long age(String version) {
        var date = RELEASED.matcher(version);
        if (!date.matches()) {
            return null;
        }
        try {
            var released = LocalDate.of(
                    Integer.parseInt(date.group(1)), Integer.parseInt(date.group(2)), Integer.parseInt(date.group(3)));
            return Math.max(0, ChronoUnit.DAYS.between(released, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /// The first line that a program says.
    private String run(List<String> command, Duration longest) {
        var name = Path.of(command.getFirst()).getFileName();
        try {
            var child = ChildProcess.start(command, directories.home(), directories.home());
            try {
                var answer = new String(child.answer(MOST_OUTPUT, longest), StandardCharsets.UTF_8).strip();
                int code = child.await();
                if (code == 0 && !answer.isEmpty()) {
                    return answer.lines().findFirst().orElse("");
                }
                LOG.info("{} ended with {}: {}", command, code, child.errors());
                throw unavailable("%s does not work: it ended with %d".formatted(name, code), null);
            } finally {
                child.end();
            }
        } catch (TimeoutException e) {
            throw unavailable("%s does not answer".formatted(name), e);
        } catch (IOException e) {
            throw unavailable("%s cannot be started".formatted(name), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("%s was not waited for".formatted(name), e);
        }
    }

    private static MediaNestException unavailable(String message, @Nullable Throwable cause) {
        return new MediaNestException(ErrorCode.SERVICE_UNAVAILABLE, message, YtDlp.SERVICE, null, cause);
    }

    private record Known(Tools tools, YtDlpSettings settings, Instant at) {}
}
