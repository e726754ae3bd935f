package io.medianest.server.request;

import io.medianest.model.api.PageQuery;
import io.medianest.model.api.Pagination;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.RequestPage;
import io.medianest.server.platform.db.Database;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Finds any page of a long list as fast as the first. A database reaches row 50,000 by going past all before it; here
/// signposts along the list say where each 200th row stands, so that only the way from the last of them is left. They
/// and the length of the list hold until a request changes, and are made when somebody leafs that far. Thread-safe.
final class RequestPages {
    private static final int SPACING = 200;
    private static final int MOST_LISTS = 64;

    private final Database database;
    private final LongSupplier revision;
    private final Map<RequestFilter, Outline> outlines = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RequestFilter, Outline> eldest) {
            return size() > MOST_LISTS;
        }
    };

    /// @param revision grows with each change of a request
    RequestPages(Database database, LongSupplier revision) {
        this.database = database;
        this.revision = revision;
    }

    /// A row that a list can be read from.
    record Signpost(Instant createdAt, String id) {}

    /// @param signposts every 200th row of the list; null where nobody has needed them
    private record Outline(
            long revision, long total, @Nullable List<Signpost> signposts) {}

    RequestPage page(RequestFilter filter, PageQuery query) {
        return database.reading(tx -> {
            var store = tx.store(RequestPageStore.class);
            boolean far = query.offset() >= SPACING && filter.sort().afterSql() != null;
            var outline = outline(store, filter, far);
            return new RequestPage(
                    read(store, filter, query, far ? outline.signposts : null), Pagination.of(query, outline.total));
        });
    }

    private static List<MediaRequest> read(
            RequestPageStore store, RequestFilter filter, PageQuery query, @Nullable List<Signpost> signposts) {
        var order = filter.sort().sql();
        if (signposts == null) {
            return store.page(filter.where(), filter.values(), order, query.limit(), query.offset());
        }
        long passed = query.offset() / SPACING;
        if (passed > signposts.size()) {
            return List.of();
        }
        var signpost = signposts.get((int) passed - 1);
        return store.page(
                filter.whereAfter(), filter.valuesAfter(signpost), order, query.limit(), query.offset() % SPACING);
    }

    private Outline outline(RequestPageStore store, RequestFilter filter, boolean withSignposts) {
        // Looked at before the list is: what changes meanwhile makes the outline old.
        long now = revision.getAsLong();
        var known = known(filter);
        boolean current = known != null && known.revision == now;
        if (known != null && current && (known.signposts != null || !withSignposts)) {
            return known;
        }
        var made = new Outline(
                now,
                known != null && current ? known.total : store.count(filter.where(), filter.values()),
                withSignposts
                        ? store.signposts(
                                filter.where(), filter.values(), filter.sort().sql(), SPACING)
                        : null);
        keep(filter, made);
        return made;
    }

    private @Nullable Outline known(RequestFilter filter) {
        synchronized (outlines) {
            return outlines.get(filter);
        }
    }

    private void keep(RequestFilter filter, Outline outline) {
        synchronized (outlines) {
            outlines.put(filter, outline);
        }
    }
}
