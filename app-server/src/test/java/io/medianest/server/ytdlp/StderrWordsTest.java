package io.medianest.server.ytdlp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Texts that real versions of yt-dlp have written.
final class StderrWordsTest {
    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "BOT_CHECK | ERROR: [youtube] tJ51nR4-tLs: Sign in to confirm you’re not a bot. This helps protect our community. Learn more",
                "BOT_CHECK | ERROR: [youtube] AniHksoiiik: Sign in to confirm you're not a bot. Use --cookies-from-browser or --cookies for the authentication.",
                "RATE_LIMITED | ERROR: [youtube] x: Video unavailable. This content isn't available, try again later. Your account has been rate-limited by YouTube for up to an hour.",
                "RATE_LIMITED | ERROR: [youtube] x: Unable to download API page: HTTP Error 429: Too Many Requests (caused by <HTTPError 429: Too Many Requests>)",
                "PRIVATE | ERROR: [youtube] x: Private video. Sign in if you've been granted access to this video",
                "PRIVATE | ERROR: [youtube:tab] PLx: This playlist is private",
                "MEMBERS_ONLY | ERROR: [youtube] x: Join this channel to get access to members-only content like this video, and other exclusive perks.",
                "MEMBERS_ONLY | ERROR: [youtube] x: This video is available to this channel's members on level: Friend (or any higher level).",
                "GEO_BLOCKED | ERROR: [youtube] x: Video unavailable. The uploader has not made this video available in your country",
                "GEO_BLOCKED | ERROR: [youtube] x: Video unavailable. This video contains content from SME, who has blocked it in your country on copyright grounds",
                "GEO_BLOCKED | ERROR: [x] This video is not available from your location due to geo restriction",
                "AGE_RESTRICTED | ERROR: [youtube] x: Sign in to confirm your age. This video may be inappropriate for some users.",
                "AGE_RESTRICTED | ERROR: [youtube] x: This video is age-restricted and YouTube is requiring account age-verification",
                "REMOVED | ERROR: [youtube] x: Video unavailable. This video has been removed by the uploader",
                "REMOVED | ERROR: [youtube] x: Video unavailable. This video is no longer available because the YouTube account associated with this video has been terminated.",
                "REMOVED | ERROR: [youtube] x: Video unavailable. This video is no longer available due to a copyright claim by X",
                "REMOVED | ERROR: [youtube] x: Video unavailable",
                "LIVE | ERROR: [youtube] x: Premieres in 3 hours",
                "LIVE | ERROR: [youtube] x: This live event will begin in 2 days.",
                "OUTDATED | ERROR: [youtube] x: Signature extraction failed: Some formats may be missing",
                "OUTDATED | ERROR: [youtube] x: Failed to extract any player response; please report this issue on https://github.com/yt-dlp/yt-dlp/issues",
                "OUTDATED | yt-dlp: error: no such option: --break-match-filters",
                "FORBIDDEN | ERROR: unable to download video data: HTTP Error 403: Forbidden",
                "NOT_FOUND | ERROR: [generic] None: Unable to download webpage: HTTP Error 404: Not Found (caused by <HTTPError 404: 'Not Found'>)",
                "NOT_FOUND | ERROR: [youtube:truncated_id] x: Incomplete YouTube ID x. URL https://www.youtube.com/watch?v=x looks truncated.",
                "NOT_FOUND | ERROR: [youtube:tab] @x: This channel does not have a videos tab",
                "NOT_FOUND | ERROR: [youtube:tab] @x: The channel/playlist does not exist and the URL redirected to youtube.com home page",
                "NETWORK | ERROR: [generic] None: Unable to download webpage: <urlopen error [Errno 111] Connection refused> (caused by URLError(ConnectionRefusedError(111, 'Connection refused')))",
                "NETWORK | ERROR: [generic] None: Unable to download webpage: timed out (caused by TimeoutError('timed out'))",
                "NETWORK | ERROR: [youtube] x: Unable to download API page: Failed to resolve 'www.youtube.com' ([Errno -2] Name or service not known)",
                "NETWORK | ERROR: [youtube] x: Unable to download API page: <urlopen error [Errno -3] Temporary failure in name resolution>",
                "NETWORK | ERROR: [download] Got error: 1048576 bytes read, 8388608 more expected. Giving up after 10 retries",
                "NETWORK | ERROR: [generic] None: Unable to download webpage: HTTP Error 500: Internal Server Error",
                "DISK_FULL | ERROR: unable to write data: [Errno 28] No space left on device",
                "DISK_FULL | ERROR: unable to write data: [Errno 27] File too large",
                "DISK_FULL | ERROR: unable to write data: [WinError 112] There is not enough space on the disk",
                "NOT_WRITABLE | ERROR: unable to create directory [Errno 2] No such file or directory: '/proc/nope'",
                "NOT_WRITABLE | ERROR: unable to open for writing: [Errno 13] Permission denied: 'media.mp4.part'",
                "FFMPEG_MISSING | ERROR: Postprocessing: ffprobe and ffmpeg not found. Please install or provide the path using --ffmpeg-location",
                "UNSUPPORTED | ERROR: [generic] master: Requested format is not available. Use --list-formats for a list of available formats",
                "UNSUPPORTED | ERROR: No suitable extractor found for URL http://127.0.0.1:18091/clip.mp4",
                "UNSUPPORTED | ERROR: Unsupported URL: http://127.0.0.1/page.html",
                "UNSUPPORTED | ERROR: [youtube] x: This video is DRM protected",
                "SPONSORBLOCK | ERROR: Postprocessing: Unable to communicate with SponsorBlock API: <urlopen error [Errno 111] Connection refused>",
                "SPONSORBLOCK | ERROR: Preprocessing: Unable to communicate with SponsorBlock API: HTTP Error 503: Service Unavailable",
                "UNKNOWN | Traceback (most recent call last): KeyError",
            })
    @DisplayName("what yt-dlp complains of is understood")
    void understood(FetchFailure reason, String stderr) {
        assertThat(StderrWords.reason(stderr)).isEqualTo(reason);
    }

    @ParameterizedTest
    @EnumSource(FetchFailure.class)
    @DisplayName("every failure is a whole sentence")
    void sentences(FetchFailure failure) {
        assertThat(failure.sentence()).matches("(ffmpeg|yt-dlp|[A-Z]).{20,}\\.");
    }
}
