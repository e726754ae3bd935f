package io.medianest.server.request;

import io.medianest.model.request.MediaRequest;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMap;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/// The requests as lists. Apart from [MediaRequestStore] because it is asked the most: Jdbi prepares every method of a
/// store each time it is opened, and those of a large one take longer than the query.
@RegisterRowMapper(MediaRequestMapper.class)
interface RequestPageStore {
    @SqlQuery(MediaRequestStore.COLUMNS + "<where> ORDER BY <order> LIMIT :limit OFFSET :offset")
    List<MediaRequest> page(
            @Define("where") String where,
            @BindMap Map<String, Object> values,
            @Define("order") String order,
            int limit,
            long offset);

    /// Every `spacing`th row of a list.
    @SqlQuery("""
            SELECT created_at, id FROM (
                SELECT r.created_at, r.id, ROW_NUMBER() OVER (ORDER BY <order>) AS place FROM media_request r <where>
            ) AS list
            WHERE MOD(place, :spacing) = 0 ORDER BY place""")
    @RegisterConstructorMapper(RequestPages.Signpost.class)
    List<RequestPages.Signpost> signposts(
            @Define("where") String where,
            @BindMap Map<String, Object> values,
            @Define("order") String order,
            int spacing);

    @SqlQuery("SELECT COUNT(*) FROM media_request r <where>")
    long count(@Define("where") String where, @BindMap Map<String, Object> values);
}
