package io.medianest.server.demo;

/// Ends the yt-dlp stand-in with code 1 and the message after `ERROR:`.
final class YtDlpFailure extends RuntimeException {
    YtDlpFailure(String message) {
        super(message);
    }
}
