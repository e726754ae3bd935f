package io.medianest.server.download;

import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadFormat;
import io.medianest.model.download.DownloadKind;
import io.medianest.model.download.DownloadQuality;
import io.medianest.model.download.DownloadStatus;
import io.medianest.model.download.PlaylistItems;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.function.Function;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// Reads a download; the query names the person who asked `username`.
public final class DownloadMapper implements RowMapper<Download> {
    @Override
    public Download map(ResultSet row, StatementContext context) throws SQLException {
        var kind = word(DownloadKind.values(), DownloadKind::wireName, row.getString("kind"));
        var id = row.getString("id");
        return new Download(
                id,
                kind,
                row.getString("url"),
                row.getString("video_id"),
                row.getString("title"),
                row.getString("uploader"),
                DownloadPictures.address(id, row.getString("thumbnail")),
                number(row, "duration"),
                word(DownloadStatus.values(), DownloadStatus::wireName, row.getString("status")),
                word(DownloadQuality.values(), DownloadQuality::wireName, row.getString("quality")),
                word(DownloadFormat.values(), DownloadFormat::wireName, row.getString("format")),
                Amounts.percent(row.getDouble("progress")),
                null,
                null,
                null,
                null,
                number(row, "file_size"),
                number(row, "downloaded_bytes"),
                row.getString("output_path"),
                row.getString("note"),
                row.getString("error"),
                row.getInt("attempts"),
                time(row, "next_attempt_at"),
                row.getString("playlist_id"),
                position(row),
                kind == DownloadKind.PLAYLIST ? items(row) : null,
                row.getString("user_id"),
                row.getString("username"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                time(row, "started_at"),
                time(row, "completed_at"),
                row.getInt("version"));
    }

    private static PlaylistItems items(ResultSet row) throws SQLException {
        return new PlaylistItems(
                row.getInt("items_total"),
                row.getInt("items_completed"),
                row.getInt("items_running"),
                row.getInt("items_waiting"),
                row.getInt("items_failed"),
                row.getInt("items_cancelled"));
    }

    private static <E extends Enum<E>> E word(E[] words, Function<E, String> wireName, String stored) {
        return Arrays.stream(words)
                .filter(word -> wireName.apply(word).equals(stored))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("unknown word in the database: " + stored));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    private static @Nullable Integer position(ResultSet row) throws SQLException {
        int position = row.getInt("item_position");
        return row.wasNull() ? null : position;
    }
}
