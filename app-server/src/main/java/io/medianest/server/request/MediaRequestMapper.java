package io.medianest.server.request;

import io.medianest.model.media.MediaType;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.Quality;
import io.medianest.model.request.RequestStage;
import io.medianest.model.request.RequestStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.function.Function;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// Reads a request; the query names the person who asked `username`.
public final class MediaRequestMapper implements RowMapper<MediaRequest> {
    @Override
    public MediaRequest map(ResultSet row, StatementContext context) throws SQLException {
        return new MediaRequest(
                row.getString("id"),
                row.getString("tmdb_id"),
                word(MediaType.values(), MediaType::wireName, row.getString("media_type")),
                row.getString("title"),
                number(row, "release_year"),
                row.getString("poster"),
                word(RequestStatus.values(), RequestStatus::wireName, row.getString("status")),
                word(RequestStage.values(), RequestStage::wireName, row.getString("stage")),
                word(Quality.values(), Quality::wireName, row.getString("quality")),
                row.getString("comment"),
                RequestRow.seasonsOf(row.getString("seasons")),
                row.getString("user_id"),
                row.getString("username"),
                row.getString("overseerr_id"),
                number(row, "progress"),
                row.getString("reason"),
                time(row, "created_at"),
                time(row, "updated_at"),
                row.getInt("version"),
                row.getString("waiting_for"));
    }

    static <E extends Enum<E>> E word(E[] words, Function<E, String> wireName, String stored) {
        return Arrays.stream(words)
                .filter(word -> wireName.apply(word).equals(stored))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("unknown word in the database: " + stored));
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : number;
    }
}
