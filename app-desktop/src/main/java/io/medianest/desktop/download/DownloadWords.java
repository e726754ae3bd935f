package io.medianest.desktop.download;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadFormat;
import io.medianest.model.download.DownloadKind;
import io.medianest.model.download.DownloadQuality;
import io.medianest.model.download.PlaylistItems;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How a download is spoken of, and in which colour.
final class DownloadWords {
    private static final double WHOLE = 100;

    private final Texts texts;
    private final DownloadAmounts amounts;

    DownloadWords(Texts texts) {
        this.texts = texts;
        this.amounts = new DownloadAmounts(texts);
    }

    DownloadAmounts amounts() {
        return amounts;
    }

    /// Its title, or its address until that is known.
    String title(Download download) {
        return Optional.ofNullable(download.title()).orElse(download.url());
    }

    /// “1080p · mp4 · Mia”.
    ///
    /// @param me the id of the person who reads it
    String facts(Download download, String me) {
        boolean mine = download.userId().equals(me) || me.isEmpty();
        return joined(
                quality(download.format().content() == DownloadFormat.Content.AUDIO ? null : download.quality()),
                download.format().wireName(),
                mine ? null : download.username());
    }

    /// “1080p”, “Best”, “Sound only”.
    ///
    /// @param quality absent for the sound alone
    String quality(@Nullable DownloadQuality quality) {
        if (quality == null) {
            return texts.get("download.quality.sound");
        }
        String key = "download.quality." + quality.wireName();
        return texts.has(key) ? texts.get(key) : quality.wireName();
    }

    /// Where it stands: “64 % · 8.2 MB/s · 1 min 12 s left”.
    String standing(RowState row) {
        Download download = row.download();
        PlaylistItems items = download.items();
        if (download.kind() == DownloadKind.PLAYLIST && download.status().isOpen() && items != null) {
            return items.total() == 0 ? opened(download) : playlist(items, row.progress());
        }
        return switch (download.status()) {
            case PENDING -> texts.get("download.pending");
            case QUEUED -> waiting(row);
            case DOWNLOADING -> running(row.progress());
            case PAUSED ->
                texts.get("download.paused", Math.round(row.progress().percent()));
            case COMPLETED -> completed(download);
            case FAILED -> download.error() == null ? texts.get("download.failed") : texts.said(download.error());
            case CANCELLED -> joined(texts.get("download.cancelled"), moment(download.completedAt()), download.note());
            case DENIED -> joined(texts.get("download.denied"), texts.said(download.error()));
            case UNKNOWN -> texts.get("download.unknown");
        };
    }

    /// Before anybody has looked into a playlist.
    private String opened(Download playlist) {
        return texts.get(
                switch (playlist.status()) {
                    case PENDING -> "download.pending";
                    case PAUSED -> "download.pausedPlaylist";
                    case QUEUED, DOWNLOADING, COMPLETED, FAILED, CANCELLED, DENIED, UNKNOWN -> "download.opening";
                });
    }

    private String playlist(PlaylistItems items, Progress progress) {
        Long speed = progress.bytesPerSecond();
        return joined(
                Stream.of(
                                part("done", items.completed()),
                                part("running", items.running()),
                                part("waiting", items.waiting()),
                                part("failed", items.failed()))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", ")),
                speed == null ? null : amounts.speed(speed));
    }

    private String part(String word, int count) {
        return count == 0 ? "" : texts.get("download.items." + word, count);
    }

    private String waiting(RowState row) {
        if (row.download().playlistId() != null || row.place() == 0) {
            return texts.get("download.waiting");
        }
        return row.place() == 1 ? texts.get("download.next") : texts.get("download.inLine", row.place());
    }

    private String running(Progress progress) {
        if (progress.percent() >= WHOLE) {
            return texts.get("download.finishing");
        }
        Long speed = progress.bytesPerSecond();
        Long left = progress.secondsLeft();
        if (speed == null && progress.percent() == 0) {
            return texts.get("download.starting");
        }
        return joined(
                texts.get("download.percent", Math.floor(progress.percent())),
                speed == null ? null : amounts.speed(speed),
                left == null ? null : texts.get("download.left", amounts.time(left)));
    }

    private String completed(Download download) {
        PlaylistItems items = download.items();
        Long size = download.fileSize();
        return joined(
                texts.get("download.completed"),
                items == null ? null : part("done", items.completed()),
                items == null ? null : part("failed", items.failed()),
                size == null ? null : amounts.bytes(size),
                moment(download.completedAt()));
    }

    /// Why it waits, and until when; empty when there is nothing to explain.
    Optional<String> note(Download download) {
        if (!download.status().isOpen() || download.note() == null) {
            return Optional.empty();
        }
        Instant next = download.nextAttemptAt();
        String why = texts.said(download.note());
        if (next == null) {
            return Optional.of(why);
        }
        // The sentence goes on.
        String begun = why.endsWith(".") ? why.substring(0, why.length() - 1) : why;
        return Optional.of(joined(begun, texts.get("download.again", texts.time(next))));
    }

    Tone tone(Download download) {
        return switch (download.status()) {
            case COMPLETED -> Tone.GOOD;
            case FAILED, DENIED -> Tone.BAD;
            case PENDING -> Tone.WAITING;
            case DOWNLOADING -> Tone.ACCENT;
            case QUEUED, PAUSED, CANCELLED, UNKNOWN -> Tone.NEUTRAL;
        };
    }

    /// What went wrong when something was looked up or asked for: the server's own sentence says what helps.
    String problem(ApiException problem) {
        if (problem.isOffline()) {
            return texts.problem(problem);
        }
        String key = "download.problem." + problem.code().name();
        return texts.has(key) ? texts.get(key) : texts.said(problem.message());
    }

    private @Nullable String moment(@Nullable Instant instant) {
        return instant == null ? null : texts.moment(instant);
    }

    static String joined(@Nullable String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(" · "));
    }
}
