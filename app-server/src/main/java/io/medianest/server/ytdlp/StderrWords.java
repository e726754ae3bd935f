package io.medianest.server.ytdlp;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.regex.Pattern;

/// What yt-dlp's complaints mean. The texts are its own and those that it passes on from YouTube and from the
/// system; the first that fits decides, so the particular stand before the general.
public final class StderrWords {
    private static final List<Meaning> MEANINGS = List.of(
            means(
                    FetchFailure.DISK_FULL,
                    "No space left on device|\\[Errno 28]|not enough space on the disk|Disk quota exceeded"
                            + "|\\[Errno 27]|File too large"),
            means(
                    FetchFailure.NOT_WRITABLE,
                    "unable to create directory|unable to open for writing|Permission denied|Read-only file system"),
            means(
                    FetchFailure.FFMPEG_MISSING,
                    "ff(mpeg|probe) (and ff(mpeg|probe) )?not found|ffmpeg is not installed|ffprobe and ffmpeg not found"),
            // It tells of the network as well, which is well.
            means(FetchFailure.SPONSORBLOCK, "SponsorBlock API|postprocessor.sponsorblock\\.py"),
            means(FetchFailure.BOT_CHECK, "confirm you.{1,3}re not a bot|requires? a? ?captcha|solve a captcha"),
            means(
                    FetchFailure.RATE_LIMITED,
                    "HTTP Error 429|Too Many Requests|rate-limited by YouTube|content isn.t available, try again later"),
            means(
                    FetchFailure.AGE_RESTRICTED,
                    "confirm your age|age-restricted|age restricted|inappropriate for some users"),
            means(
                    FetchFailure.MEMBERS_ONLY,
                    "members-only|available to this channel's members|Join this channel to get access|Music Premium members"
                            + "|requires payment|only available for (registered|premium)"),
            means(
                    FetchFailure.PRIVATE,
                    "Private video|video is private|playlist is private|granted access to this video"),
            means(
                    FetchFailure.GEO_BLOCKED,
                    "available in your (country|location|region)|geo.?restrict|blocked it in your country"
                            + "|available from your location"),
            means(
                    FetchFailure.LIVE,
                    "live event will begin|Premieres in|Premiere will begin|live stream (has not|will) |is not currently live"
                            + "|stream recording is not available|is offline|will begin in a few moments"),
            means(
                    FetchFailure.OUTDATED,
                    "Signature extraction failed|nsig extraction failed|Unable to extract (initial player|yt initial|nsig"
                            + "|signature)|Precondition check failed|n challenge solving failed|Failed to extract any player"
                            + " response|no such option:"),
            means(
                    FetchFailure.REMOVED,
                    "removed by the uploader|has been removed|no longer available|account .{0,60}terminated"
                            + "|has been terminated|copyright claim|Video unavailable|video is (unavailable|not available)"
                            + "|content isn.t available"),
            means(FetchFailure.FORBIDDEN, "HTTP Error 403|403: Forbidden"),
            means(
                    FetchFailure.NOT_FOUND,
                    "HTTP Error (404|410)|does not exist|Incomplete YouTube ID|does not have a \\w+ tab"),
            means(
                    FetchFailure.UNSUPPORTED,
                    "Requested format is not available|Unsupported URL|No suitable extractor|No video formats found"
                            + "|DRM protected|is not a valid URL|This playlist type is unviewable"),
            means(
                    FetchFailure.NETWORK,
                    "HTTP Error 5\\d\\d|urlopen error|timed out|Temporary failure in name resolution|getaddrinfo failed"
                            + "|Name or service not known|Connection (refused|reset|aborted)|Network is unreachable"
                            + "|No route to host|Remote end closed|IncompleteRead|TransportError|SSL:|EOF occurred"
                            + "|Failed to resolve|bytes read, \\d+ more expected|Broken pipe"));

    private StderrWords() {}

    /// The reason that a text gives; [FetchFailure#UNKNOWN] when it is none that we know.
    static FetchFailure reason(String stderr) {
        return MEANINGS.stream()
                .filter(meaning -> meaning.words.matcher(stderr).find())
                .map(Meaning::failure)
                .findFirst()
                .orElse(FetchFailure.UNKNOWN);
    }

    /// What it means for a download that a file cannot be written or moved.
    public static FetchException failure(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return new FetchException(FetchFailure.UNKNOWN);
        }
        var reason = reason(String.valueOf(failure.getMessage()));
        return new FetchException(reason == FetchFailure.UNKNOWN ? FetchFailure.NOT_WRITABLE : reason);
    }

    private static Meaning means(FetchFailure failure, String words) {
        return new Meaning(failure, Pattern.compile(words, Pattern.CASE_INSENSITIVE));
    }

    private record Meaning(FetchFailure failure, Pattern words) {}
}
