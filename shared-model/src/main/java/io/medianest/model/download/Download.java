package io.medianest.model.download;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A video, or a playlist of them, that somebody wants on the household's disk.
///
/// @param url the address in its plain form
/// @param title absent until it is known
/// @param thumbnail address of its picture on the server, beginning with `/`; absent until there is one
/// @param duration seconds
/// @param progress percent, 0 to 100; of a playlist the mean of what is in it
/// @param speed for people, for example `8.2 MB/s`; the fields of speed and time are there while bytes arrive
/// @param eta time left for people, for example `01:12`
/// @param fileSize bytes; while it is loading what it will probably be
/// @param outputPath where the file is, on the machine of the server
/// @param note why it waits, in a sentence for people
/// @param error why it failed, in a sentence for people that says what helps
/// @param nextAttemptAt when it is tried again by itself
/// @param playlistId of the playlist that it is a part of
/// @param position in that playlist, counted from 1
/// @param items of a playlist, how they are doing
/// @param username who asked
/// @param version grows by one with each change of status
public record Download(
        String id,
        DownloadKind kind,
        String url,
        @Nullable String videoId,
        @Nullable String title,
        @Nullable String uploader,
        @Nullable String thumbnail,
        @Nullable Long duration,
        DownloadStatus status,
        DownloadQuality quality,
        DownloadFormat format,
        double progress,
        @Nullable String speed,
        @Nullable String eta,
        @Nullable Long speedBytesPerSecond,
        @Nullable Long etaSeconds,
        @Nullable Long fileSize,
        @Nullable Long downloadedBytes,
        @Nullable String outputPath,
        @Nullable String note,
        @Nullable String error,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String playlistId,
        @Nullable Integer position,
        @Nullable PlaylistItems items,
        String userId,
        @Nullable String username,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        int version) {}
