package io.medianest.server.request;

import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMap;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/// The requests as numbers.
@RegisterConstructorMapper(RequestFigures.Totals.class)
interface RequestFigureStore {
    @SqlQuery("""
            SELECT COUNT(*) AS total,
                COUNT(*) FILTER (WHERE status = 'pending') AS pending,
                COUNT(*) FILTER (WHERE created_at >= :since) AS recent,
                COUNT(*) FILTER (WHERE status = 'available') AS available,
                COUNT(*) FILTER (WHERE status = 'denied' OR stage = 'failed') AS unsuccessful,
                CAST(COALESCE(AVG(EXTRACT(EPOCH FROM approved_at) - EXTRACT(EPOCH FROM created_at)), 0)
                    AS DOUBLE PRECISION) AS approvalSeconds
            FROM (
                SELECT r.status, r.stage, r.created_at, (
                    SELECT MIN(c.changed_at) FROM media_request_change c
                    WHERE c.request_id = r.id AND c.status IN ('approved', 'available')) AS approved_at
                FROM media_request r <where>) AS request""")
    RequestFigures.Totals totals(@Define("where") String where, @BindMap Map<String, Object> values, Instant since);
}
