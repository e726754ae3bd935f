package io.medianest.server.ytdlp;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.download.MediaPreview;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.json.Fields;
import io.medianest.server.platform.resilience.CallRules;
import io.medianest.server.platform.resilience.Deadline;
import io.medianest.server.platform.resilience.UpstreamFailure;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One run of yt-dlp that describes an address.
///
/// @param home that it finds, and that is gone afterwards
/// @param children where it is noted while it runs
record PreviewRun(RunHome home, Set<ChildProcess> children) {
    private static final Logger LOG = LoggerFactory.getLogger(PreviewRun.class);
    private static final int MOST_OUTPUT = 24 * 1024 * 1024;

    /// @throws UpstreamFailure when another attempt can help, or when it counts against the health of the
    ///     service
    /// @throws MediaNestException when it is the address that is at fault
    MediaPreview run(List<String> command, VideoAddress address) {
        try {
            var child = ChildProcess.start(command, home.directory(), home.directory());
            children.add(child);
            try {
                return described(child, address);
            } finally {
                child.end();
                children.remove(child);
            }
        } catch (TimeoutException e) {
            throw UpstreamFailure.timeout(e);
        } catch (IOException e) {
            LOG.warn("{} cannot be run", command.getFirst(), e);
            throw UpstreamFailure.refused("cannot be asked: yt-dlp does not start. Install it anew");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UpstreamFailure.refused("was not waited for: the program is stopping");
        }
    }

    private MediaPreview described(ChildProcess child, VideoAddress address)
            throws IOException, InterruptedException, TimeoutException {
        var json = child.answer(MOST_OUTPUT + 1, Deadline.left(CallRules.readTimeout(YtDlp.LONGEST_PREVIEW)));
        if (child.await() != 0) {
            throw failed(child.errors(), address);
        }
        if (json.length > MOST_OUTPUT) {
            throw UpstreamFailure.broken("says more than can be read", null);
        }
        return PreviewReader.read(parsed(json), address);
    }

    private static Fields parsed(byte[] json) {
        try {
            return Fields.parse(json);
        } catch (IOException e) {
            throw UpstreamFailure.broken("does not tell: what yt-dlp says cannot be read", e);
        }
    }

    private static RuntimeException failed(String words, VideoAddress address) {
        LOG.info("{} cannot be described: {}", address.canonicalUrl(), words);
        var reason = StderrWords.reason(words);
        return switch (reason) {
            // Their sentences promise another try, which only downloads get.
            case NETWORK -> UpstreamFailure.broken("cannot be reached: check the internet connection", null);
            case FORBIDDEN ->
                UpstreamFailure.broken(
                        "refuses to tell of this video (HTTP 403): if that goes on, update yt-dlp", null);
            case UNKNOWN -> UpstreamFailure.broken("does not tell: the log says more", null);
            case RATE_LIMITED -> UpstreamFailure.busy();
            case BOT_CHECK, OUTDATED -> UpstreamFailure.refused("does not tell: " + reason.sentence());
            case UNSUPPORTED -> MediaNestException.invalid("url", reason.sentence());
            case PRIVATE, MEMBERS_ONLY, GEO_BLOCKED, AGE_RESTRICTED, REMOVED, LIVE, NOT_FOUND ->
                new MediaNestException(ErrorCode.NOT_FOUND, reason.sentence(), reason.name());
            case DISK_FULL, NOT_WRITABLE, FOLDER_GONE, OUTSIDE, SPONSORBLOCK, TOOL_MISSING, FFMPEG_MISSING ->
                new MediaNestException(ErrorCode.SERVICE_UNAVAILABLE, reason.sentence(), YtDlp.SERVICE);
        };
    }
}
