package io.medianest.server.request;

import io.medianest.model.media.MediaType;
import io.medianest.model.request.RequestStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// Which requests a list shows.
///
/// @param userId whose; null for everybody's
/// @param search a part of the title
public record RequestFilter(
        @Nullable String userId,
        @Nullable RequestStatus status,
        @Nullable MediaType mediaType,
        @Nullable String search,
        Sort sort) {

    /// The orders that a list can have; the id makes each of them total.
    public enum Sort {
        NEWEST("createdAt:desc", "r.created_at DESC, r.id DESC", "<"),
        OLDEST("createdAt:asc", "r.created_at, r.id", ">"),
        CHANGED("updatedAt:desc", "r.updated_at DESC, r.id DESC", null),
        TITLE("title:asc", "LOWER(r.title), r.id", null),
        TITLE_BACKWARDS("title:desc", "LOWER(r.title) DESC, r.id DESC", null),
        STATUS("status:asc", "r.status, r.created_at DESC, r.id DESC", null);

        private final String wireName;
        private final String sql;
        private final @Nullable String after;

        Sort(String wireName, String sql, @Nullable String after) {
            this.wireName = wireName;
            this.sql = sql;
            this.after = after;
        }

        /// The condition for what comes after `:afterTime` and `:afterId`; null where lists are not read from a row on.
        @Nullable String afterSql() {
            // The first part says nothing that the second does not, but an index can be entered by it.
            return after == null
                    ? null
                    : "r.created_at %1$s= :afterTime AND (r.created_at %1$s :afterTime OR r.id %1$s :afterId)"
                            .formatted(after);
        }

        String wireName() {
            return wireName;
        }

        String sql() {
            return sql;
        }
    }

    /// The condition in SQL, of constant words only; the values are bound.
    String where() {
        return where(null);
    }

    /// The same for what comes after a row of the list, where the order has that.
    String whereAfter() {
        return where(sort.afterSql());
    }

    private String where(@Nullable String more) {
        var conditions = new StringJoiner(" AND ", "WHERE ", "").setEmptyValue("");
        if (userId != null) {
            conditions.add("r.user_id = :userId");
        }
        if (status != null) {
            conditions.add("r.status = :status");
        }
        if (mediaType != null) {
            conditions.add("r.media_type = :mediaType");
        }
        if (search != null) {
            conditions.add("r.title ILIKE :search ESCAPE '!'");
        }
        if (more != null) {
            conditions.add(more);
        }
        return conditions.toString();
    }

    Map<String, Object> valuesAfter(RequestPages.Signpost row) {
        var values = values();
        values.put("afterTime", row.createdAt());
        values.put("afterId", row.id());
        return values;
    }

    Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        if (userId != null) {
            values.put("userId", userId);
        }
        if (status != null) {
            values.put("status", status.wireName());
        }
        if (mediaType != null) {
            values.put("mediaType", mediaType.wireName());
        }
        if (search != null) {
            values.put("search", "%" + search.replaceAll("([!%_])", "!$1") + "%");
        }
        return values;
    }
}
