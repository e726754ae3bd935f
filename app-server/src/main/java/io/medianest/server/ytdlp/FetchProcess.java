package io.medianest.server.ytdlp;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The process of a download as it can be written down, so that it is found again when the program was ended
/// without a word.
///
/// @param pid its number, which the system may give to another later
/// @param begunAt milliseconds since 1970; 0 when the system does not tell
public record FetchProcess(long pid, long begunAt) {
    private static final Logger LOG = LoggerFactory.getLogger(FetchProcess.class);
    private static final Duration CLOCK_PRECISION = Duration.ofSeconds(2);
    private static final Pattern TEXT = Pattern.compile("\\d{1,18} \\d{1,18}");

    public static FetchProcess of(Fetch fetch) {
        return new FetchProcess(
                fetch.pid(),
                ProcessHandle.of(fetch.pid())
                        .flatMap(process -> process.info().startInstant())
                        .map(Instant::toEpochMilli)
                        .orElse(0L));
    }

    /// Reads what [#text()] wrote; empty for anything else.
    public static Optional<FetchProcess> parse(@Nullable String text) {
        if (text == null || !TEXT.matcher(text).matches()) {
            return Optional.empty();
        }
        var words = text.split(" ", 2);
        return Optional.of(new FetchProcess(Long.parseLong(words[0]), Long.parseLong(words[1])));
    }

    public String text() {
        return pid + " " + begunAt;
    }

    /// Ends it with all that it has started, if it still works on that address for us.
    public void endIfOurs(String url) {
        ProcessHandle.of(pid).filter(process -> isOurs(process, url)).ifPresent(process -> {
            LOG.info("process {} of an earlier run is ended", pid);
            new ProcessFamily(process).end();
        });
    }

    /// Its words tell, whatever was done to the clock since. Where the system does not tell them, its
    /// beginning has to.
    private boolean isOurs(ProcessHandle process, String url) {
        var info = process.info();
        return info.commandLine()
                .map(words -> words.contains(YtDlpCommand.FILE) && words.contains(url))
                .or(() -> info.startInstant()
                        .map(at -> Duration.between(at, Instant.ofEpochMilli(begunAt))
                                        .abs()
                                        .compareTo(CLOCK_PRECISION)
                                < 0))
                .orElse(false);
    }
}
