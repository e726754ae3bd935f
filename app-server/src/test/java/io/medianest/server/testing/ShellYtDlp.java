package io.medianest.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/// Scripts in the place of yt-dlp and ffmpeg that begin and end at once, and fail as they are told. Each video that it
/// is asked for, it has.
public final class ShellYtDlp {
    private static final String YT_DLP = """
            #!/bin/sh
            for last; do :; done
            id="${last##*=}"
            case "$*" in *--version*) echo 2026.01.01; exit 0;; esac
            read -r mood < '%1$s'
            case "$mood" in
                REFUSED|GONE) echo 'ERROR: unable to download: [Errno 111] Connection refused' >&2; exit 1;;
                NO_ANSWER) exec sleep 600;;
                ERRORS) echo 'ERROR: unable to download API page: HTTP Error 500: Internal Server Error' >&2; exit 1;;
                BUSY) echo 'ERROR: unable to download: HTTP Error 429: Too Many Requests' >&2; exit 1;;
                WRONG_JSON) echo '{"surprise":[1,2,3]}'; exit 0;;
                HTML) echo '<!doctype html><title>Router</title>'; exit 0;;
                CUT_OFF) printf '{"id":"x","tit'; exit 0;;
                DAWDLE) sleep 0.3;;
                HOLD) while [ "$mood" = HOLD ]; do sleep 0.1; read -r mood < '%1$s'; done;;
                SLOW) while :; do printf ' '; sleep 0.05; done;;
            esac
            about='{"_type":"video","extractor":"youtube","id":"'"$id"'","title":"A video","duration":10,"uploader":"Us"'
            about="$about"',"live_status":"not_live","formats":[{"format_id":"18","ext":"mp4","height":720'
            about="$about"',"vcodec":"avc1","acodec":"mp4a"}]}'
            case " $* " in *" -J "*) echo "$about"; exit 0;; esac
            mkdir -p done
            echo 'not really a video' > done/media.mp4
            echo "MNMETA $about"
            echo 'MNFILE "done/media.mp4"'
            """;

    private final Path mood;
    private final Path ytDlp;
    private final Path ffmpeg;

    private ShellYtDlp(Path mood, Path ytDlp, Path ffmpeg) {
        this.mood = mood;
        this.ytDlp = ytDlp;
        this.ffmpeg = ffmpeg;
    }

    public static ShellYtDlp in(Path directory) {
        try {
            Files.createDirectories(directory);
            var mood = directory.resolve("mood");
            var scripts = new ShellYtDlp(
                    mood,
                    script(directory.resolve("yt-dlp"), YT_DLP.formatted(mood)),
                    script(directory.resolve("ffmpeg"), "#!/bin/sh\necho 'ffmpeg version 7'\n"));
            scripts.recover();
            return scripts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    /// From the next start on.
    public void suffer(Fault fault) {
        feel(fault.name());
    }

    public void recover() {
        feel("WELL");
    }

    /// From the next start on it does nothing until it is told another mood.
    public void hold() {
        feel("HOLD");
    }

    /// From the next start on it takes a moment for everything.
    public void dawdle() {
        feel("DAWDLE");
    }

    /// In one step for those who read it just now.
    private void feel(String word) {
        try {
            var next = Files.writeString(mood.resolveSibling("next-mood"), word + "\n");
            Files.move(next, mood, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path ytDlp() {
        return ytDlp;
    }

    public Path ffmpeg() {
        return ffmpeg;
    }
}
