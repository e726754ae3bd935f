package io.medianest.server.ytdlp;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.download.MediaPreview;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.cache.Cache.Copy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// yt-dlp as a child process. Thread-safe.
public final class YtDlp {
    private static final Logger LOG = LoggerFactory.getLogger(YtDlp.class);
    private static final String SERVICE = "youtube";
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int MOST_OUTPUT = 1000;

    private final Supplier<YtDlpSettings> settings;
    private final AddressRules addresses;

    /// @param settings asked at each call, so that a change works at once
    public YtDlp(Supplier<YtDlpSettings> settings) {
        this.settings = settings;
        this.addresses = new AddressRules(() -> settings.get().extraHosts());
    }

    /// Which addresses may be downloaded from.
    public AddressRules addresses() {
        return addresses;
    }

    /// What is behind an address, from a copy of at most an hour where there is one.
    ///
    /// @throws MediaNestException `UPSTREAM_ERROR`, `UPSTREAM_TIMEOUT`, `SERVICE_UNAVAILABLE`, `NOT_FOUND`
    public Copy<MediaPreview> preview(VideoAddress address) {
        if (address.id().isEmpty()) {
            throw unavailable("", null);
        }
        throw missing(address);
    }

    /// Begins a download.
    public Fetch start(FetchOrder order, FetchListener listener) {
        if (order.address().id().isEmpty()) {
            throw unavailable("", null);
        }
        throw missing(listener);
    }

    private static UnsupportedOperationException missing(Object wanted) {
        return new UnsupportedOperationException(wanted.toString());
    }

    /// The programs that downloads need.
    public Tools tools() {
        return new Tools(Optional.empty(), Optional.empty());
    }

    /// The version that is installed, for example `2026.08.19`; empty when none is.
    ///
    /// @throws MediaNestException `SERVICE_UNAVAILABLE` when it does not work
    public Optional<String> version() {
        var program = settings.get().ytDlp();
        try {
            var process = new ProcessBuilder(program, "--ignore-config", "--version")
                    .redirectErrorStream(true)
                    .start();
            return Optional.of(firstLine(process));
        } catch (IOException e) {
            LOG.debug("{} cannot be started", program, e);
            return Optional.empty();
        }
    }

    private static String firstLine(Process process) {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                throw unavailable("yt-dlp does not answer", null);
            }
            var output = new String(process.getInputStream().readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8).strip();
            if (process.exitValue() != 0 || output.isEmpty()) {
                throw unavailable("yt-dlp does not work: it ended with " + process.exitValue(), null);
            }
            return output.lines().findFirst().orElse(output);
        } catch (IOException e) {
            throw unavailable("yt-dlp broke off", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("yt-dlp was not waited for", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static MediaNestException unavailable(String message, @Nullable Throwable cause) {
        return new MediaNestException(ErrorCode.SERVICE_UNAVAILABLE, message, SERVICE, null, cause);
    }
}
