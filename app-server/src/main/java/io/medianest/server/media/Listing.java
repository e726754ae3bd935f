package io.medianest.server.media;

import io.medianest.model.api.PageQuery;
import io.medianest.model.api.Pagination;
import io.medianest.model.media.MediaItem;
import io.medianest.model.media.MediaPage;
import io.medianest.model.media.TitleKey;
import io.medianest.server.platform.cache.Cache.Copy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/// Cuts pages of any size out of a catalogue's pages of 20 with other things among them.
///
/// The titles of a query are one row: the catalogue's pages one after the other, without people, without the
/// other type, without what was there before (catalogues repeat titles while their ranking moves). Page `p`
/// of `limit` is the part of that row from `(p - 1) * limit`. To find it the catalogue's pages are read from
/// the first, out of the cache mostly, until there is one title more than the page needs or the row ends. So
/// every title comes exactly once, and `hasNext` is exact. How many there are in all is known only at the
/// end: until then `totalItems` is what the row has so far and what the catalogue says is still to come,
/// people included; it never grows from page to page.
///
/// Used by one thread, once.
final class Listing {
    /// Whoever looks for a title among more had better say more of it; and each is a call when the cache is cold.
    private static final int MOST_PAGES = 15;

    private static final int PAGE_SIZE = 20;

    private final IntFunction<Copy<TitlePage>> pages;
    private final List<MediaItem> row = new ArrayList<>();
    private final Set<TitleKey> seen = new HashSet<>();
    private Duration staleFor = Duration.ZERO;
    private long upperBound;

    /// @param pages the catalogue's page of that number, from 1
    Listing(IntFunction<Copy<TitlePage>> pages) {
        this.pages = pages;
    }

    Copy<MediaPage> page(PageQuery query) {
        readFor(query);
        int from = (int) Math.min(query.offset(), row.size());
        int to = (int) Math.min(query.offset() + query.limit(), row.size());
        var page = new MediaPage(
                List.copyOf(row.subList(from, to)),
                Pagination.of(query, upperBound),
                staleFor.isPositive() ? Boolean.TRUE : null);
        return new Copy<>(page, staleFor);
    }

    private void readFor(PageQuery query) {
        long wanted = query.offset() + query.limit();
        for (int number = 1; ; number++) {
            var page = add(pages.apply(number));
            int last = Math.min(page.totalPages(), MOST_PAGES);
            if (number >= last) {
                upperBound = row.size();
                return;
            }
            long reachable = Math.min(page.totalItems(), (long) last * PAGE_SIZE);
            upperBound = row.size() + Math.max(1, reachable - (long) number * PAGE_SIZE);
            boolean enough = row.size() > wanted;
            boolean beyondTheEnd = query.offset() >= upperBound;
            if (enough || beyondTheEnd) {
                return;
            }
        }
    }

    private TitlePage add(Copy<TitlePage> copy) {
        for (var item : copy.value().items()) {
            if (seen.add(item.key())) {
                row.add(item);
            }
        }
        if (copy.staleFor().compareTo(staleFor) > 0) {
            staleFor = copy.staleFor();
        }
        return copy.value();
    }
}
