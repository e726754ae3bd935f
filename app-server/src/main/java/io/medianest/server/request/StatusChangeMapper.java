package io.medianest.server.request;

import io.medianest.model.request.RequestStage;
import io.medianest.model.request.RequestStatus;
import io.medianest.model.request.StatusChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/// Reads one line of a request's history.
public final class StatusChangeMapper implements RowMapper<StatusChange> {
    @Override
    public StatusChange map(ResultSet row, StatementContext context) throws SQLException {
        return new StatusChange(
                MediaRequestMapper.word(RequestStatus.values(), RequestStatus::wireName, row.getString("status")),
                MediaRequestMapper.word(RequestStage.values(), RequestStage::wireName, row.getString("stage")),
                MediaRequestMapper.time(row, "changed_at"),
                row.getString("actor"),
                row.getString("comment"));
    }
}
