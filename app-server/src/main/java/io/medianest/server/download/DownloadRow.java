package io.medianest.server.download;

import io.medianest.model.download.DownloadKind;
import io.medianest.model.download.DownloadStatus;
import io.medianest.model.download.PlaylistEntry;
import io.medianest.server.platform.observe.Correlation;
import io.medianest.server.ytdlp.VideoAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A download as it is put into its table. Public because Jdbi reads it from outside.
public record DownloadRow(
        String id,
        String userId,
        String kind,
        String url,
        String videoId,
        @Nullable String playlistId,
        @Nullable Integer itemPosition,
        @Nullable String title,
        @Nullable String uploader,
        @Nullable Long duration,
        @Nullable String thumbnail,
        String quality,
        String format,
        @Nullable String wantedItems,
        boolean again,
        String status,
        @Nullable String note,
        String wishKey,
        @Nullable String openKey,
        String correlationId,
        Instant createdAt) {
    static final int MAX_TITLE = 1000;
    static final int MAX_UPLOADER = 500;

    /// What somebody asked for themselves.
    static DownloadRow of(String id, String userId, Wish wish, DownloadStatus status, Instant now) {
        var kind = wish.address().kind() == VideoAddress.Kind.PLAYLIST ? DownloadKind.PLAYLIST : DownloadKind.VIDEO;
        return new DownloadRow(
                id,
                userId,
                kind.wireName(),
                wish.address().canonicalUrl(),
                wish.address().id(),
                null,
                null,
                null,
                null,
                null,
                null,
                wish.quality().wireName(),
                wish.format().wireName(),
                wish.videosText(),
                wish.again(),
                status.wireName(),
                null,
                wish.key(),
                standsInTheWay(status) ? wish.key() : null,
                Correlation.current(),
                now);
    }

    /// A video of a playlist that somebody asked for.
    ///
    /// @param wish for this video alone
    /// @param note why it is left out; null when it is queued
    static DownloadRow of(
            String id,
            String userId,
            String playlistId,
            Wish wish,
            PlaylistEntry entry,
            @Nullable String note,
            Instant now) {
        var whole = of(id, userId, wish, note == null ? DownloadStatus.QUEUED : DownloadStatus.CANCELLED, now);
        return new DownloadRow(
                id,
                userId,
                whole.kind,
                whole.url,
                whole.videoId,
                playlistId,
                entry.position(),
                shortened(entry.title(), MAX_TITLE),
                shortened(entry.uploader(), MAX_UPLOADER),
                entry.duration(),
                entry.thumbnail(),
                whole.quality,
                whole.format,
                null,
                whole.again,
                whole.status,
                note,
                whole.wishKey,
                whole.openKey,
                whole.correlationId,
                now);
    }

    /// Whether it keeps others from asking for the same: it is on its way, and not only wished for or laid
    /// aside.
    static boolean standsInTheWay(DownloadStatus status) {
        return status == DownloadStatus.QUEUED || status == DownloadStatus.DOWNLOADING;
    }

    static @Nullable String shortened(@Nullable String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }
}
