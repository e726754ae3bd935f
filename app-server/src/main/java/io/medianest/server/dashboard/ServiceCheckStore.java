package io.medianest.server.dashboard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/// The checks of the last 30 days.
interface ServiceCheckStore {
    @SqlUpdate("""
            INSERT INTO service_check (service, checked_at, up, response_time)
            VALUES (:service, :at, :up, :responseTime)""")
    void insert(String service, Instant at, boolean up, @Nullable Long responseTime);

    /// Many checks at once.
    @SqlBatch("""
            INSERT INTO service_check (service, checked_at, up, response_time)
            VALUES (:service, :at, :up, :responseTime)""")
    void insertAll(@BindMethods Iterable<PastCheck> checks);

    /// How often a service was well in the last day, week and month, and since when that is known: in one pass.
    @SqlQuery("""
            SELECT MIN(checked_at) AS since,
                CAST(AVG(CASE WHEN checked_at < :day THEN NULL WHEN up THEN 1.0 ELSE 0.0 END) AS DOUBLE PRECISION) AS lastDay,
                CAST(AVG(CASE WHEN checked_at < :week THEN NULL WHEN up THEN 1.0 ELSE 0.0 END) AS DOUBLE PRECISION) AS lastWeek,
                CAST(AVG(CASE WHEN up THEN 1.0 ELSE 0.0 END) AS DOUBLE PRECISION) AS lastMonth
            FROM service_check WHERE service = :service AND checked_at >= :month""")
    @RegisterConstructorMapper(Shares.class)
    Shares shares(String service, Instant day, Instant week, Instant month);

    @SqlQuery("""
            SELECT CAST(AVG(CASE WHEN up THEN 1.0 ELSE 0.0 END) AS DOUBLE PRECISION) FROM service_check
            WHERE service = :service AND checked_at >= :since""")
    Optional<Double> uptime(String service, Instant since);

    @SqlQuery("SELECT MAX(checked_at) FROM service_check WHERE service = :service AND checked_at < :before")
    Optional<Instant> lastCheckBefore(String service, Instant before);

    /// The checks of a window, gathered in equal spans of time.
    @SqlQuery("""
            SELECT MIN(checked_at) AS at,
                CAST(AVG(response_time) AS BIGINT) AS responseTime,
                CAST(AVG(CASE WHEN up THEN 1.0 ELSE 0.0 END) AS DOUBLE PRECISION) AS uptime
            FROM service_check WHERE service = :service AND checked_at >= :since
            GROUP BY FLOOR(EXTRACT(EPOCH FROM checked_at) / :seconds) ORDER BY at""")
    @RegisterConstructorMapper(Span.class)
    List<Span> spans(String service, Instant since, long seconds);

    @SqlUpdate("DELETE FROM service_check WHERE checked_at < :before")
    int prune(Instant before);

    /// A row of [#shares].
    record Shares(
            @Nullable Instant since,
            @Nullable Double lastDay,
            @Nullable Double lastWeek,
            @Nullable Double lastMonth) {}

    /// A row of [#spans].
    record Span(Instant at, @Nullable Long responseTime, double uptime) {}
}
