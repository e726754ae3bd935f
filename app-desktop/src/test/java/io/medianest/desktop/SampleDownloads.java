package io.medianest.desktop;

import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadFormat;
import io.medianest.model.download.DownloadKind;
import io.medianest.model.download.DownloadQuality;
import io.medianest.model.download.DownloadStatus;
import io.medianest.model.download.PlaylistItems;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Downloads in every state, written down step by step.
public final class SampleDownloads {
    private static final List<String> TITLES = List.of(
            "How a Lighthouse Lens Is Made",
            "Dawn over the Salt Flats",
            "Building a Canoe from One Tree",
            "The Last Typewriter Workshop",
            "A Night Train through the Alps",
            "Why Bridges Sing",
            "Restoring a 1902 Film Reel",
            "What Lives under a Pier");

    private SampleDownloads() {}

    /// What a test wants to be otherwise.
    public static final class Draft {
        private String id = "d1";
        private DownloadKind kind = DownloadKind.VIDEO;
        private DownloadStatus status = DownloadStatus.QUEUED;
        private String userId = "usr_1";
        private String username = "You";
        private Instant createdAt = FakeApi.NOW;
        private int version = 1;
        private double progress;
        private @Nullable String title = "";
        private @Nullable Long speed;
        private @Nullable Long eta;
        private @Nullable Long size;
        private @Nullable String path;
        private @Nullable String note;
        private @Nullable String error;
        private @Nullable Instant next;
        private @Nullable String playlistId;
        private @Nullable Integer position;
        private @Nullable PlaylistItems items;

        private Draft() {}

        private Draft(Download from) {
            id = from.id();
            kind = from.kind();
            status = from.status();
            userId = from.userId();
            username = from.username() == null ? "" : from.username();
            createdAt = from.createdAt();
            version = from.version();
            progress = from.progress();
            title = from.title();
            size = from.fileSize();
            path = from.outputPath();
            note = from.note();
            error = from.error();
            next = from.nextAttemptAt();
            playlistId = from.playlistId();
            position = from.position();
            items = from.items();
        }

        public Draft titled(@Nullable String text) {
            title = text;
            return this;
        }

        public Draft is(DownloadStatus now) {
            status = now;
            return this;
        }

        public Draft of(String otherId, String name) {
            userId = otherId;
            username = name;
            return this;
        }

        public Draft minutesAgo(long minutes) {
            createdAt = FakeApi.NOW.minus(Duration.ofMinutes(minutes));
            return this;
        }

        public Draft version(int number) {
            version = number;
            return this;
        }

        public Draft at(double percent) {
            progress = percent;
            return this;
        }

        public Draft running(double percent, long bytesPerSecond, long secondsLeft) {
            status = DownloadStatus.DOWNLOADING;
            progress = percent;
            speed = bytesPerSecond;
            eta = secondsLeft;
            return this;
        }

        public Draft completed(String file, long bytes) {
            status = DownloadStatus.COMPLETED;
            progress = 100;
            path = file;
            size = bytes;
            return this;
        }

        public Draft failed(String why) {
            status = DownloadStatus.FAILED;
            error = why;
            return this;
        }

        public Draft waitingFor(String why, @Nullable Instant again) {
            status = DownloadStatus.QUEUED;
            note = why;
            next = again;
            return this;
        }

        public Draft playlist(PlaylistItems parts) {
            kind = DownloadKind.PLAYLIST;
            items = parts;
            return this;
        }

        public Draft partOf(String playlist, int place) {
            playlistId = playlist;
            position = place;
            return this;
        }

        public Download done() {
            boolean ended = !status.isOpen();
            return new Download(
                    id,
                    kind,
                    "https://www.youtube.com/watch?v=" + id,
                    id,
                    "".equals(title) ? TITLES.get(Math.floorMod(id.hashCode(), TITLES.size())) : title,
                    "Slow Rivers",
                    "/t/p/w780/backdrop" + id.replaceAll("\\D", "") + ".jpg",
                    464L,
                    status,
                    DownloadQuality.P1080,
                    DownloadFormat.MP4,
                    progress,
                    null,
                    null,
                    speed,
                    eta,
                    size,
                    null,
                    path,
                    note,
                    error,
                    0,
                    next,
                    playlistId,
                    position,
                    items,
                    userId,
                    username,
                    createdAt,
                    createdAt,
                    null,
                    ended ? createdAt.plusSeconds(60) : null,
                    version);
        }
    }

    /// A video of the owner that waits for its turn; the higher its number, the longer ago it was asked for.
    public static Draft video(int number) {
        var draft = new Draft();
        draft.id = "d" + number;
        return draft.minutesAgo(number);
    }

    /// The same one version later, otherwise as it is said.
    public static Download later(Download before, UnaryOperator<Draft> how) {
        return how.apply(new Draft(before).version(before.version() + 1)).done();
    }

    /// The same version, otherwise as it is said.
    public static Download same(Download before, UnaryOperator<Draft> how) {
        return how.apply(new Draft(before)).done();
    }
}
