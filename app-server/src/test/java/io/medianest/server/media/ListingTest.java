package io.medianest.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.api.PageQuery;
import io.medianest.model.media.Availability;
import io.medianest.model.media.MediaItem;
import io.medianest.model.media.MediaPage;
import io.medianest.model.media.MediaType;
import io.medianest.server.platform.cache.Cache.Copy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListingTest {
    private static final int ENTRIES = 133;

    private final AtomicInteger reads = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 20, 33, 100})
    @DisplayName("paging to the end shows each title once, in full pages, whatever their size is")
    void eachOnce(int limit) {
        var seen = new ArrayList<String>();
        long total = Long.MAX_VALUE;
        MediaPage page;
        int number = 1;
        do {
            page = page(number, limit);
            seen.addAll(page.results().stream().map(MediaItem::id).toList());
            var pagination = page.pagination();
            assertThat(pagination.totalItems()).isLessThanOrEqualTo(total);
            assertThat(pagination.hasPrev()).isEqualTo(number > 1);
            if (pagination.hasNext()) {
                assertThat(page.results()).hasSize(limit);
            }
            total = pagination.totalItems();
            number++;
        } while (page.pagination().hasNext());

        assertThat(seen).isEqualTo(titles());
        assertThat(page.results()).isNotEmpty();
        assertThat(total).isEqualTo(titles().size());
        assertThat(page.pagination().totalPages()).isEqualTo(number - 1);
    }

    @Test
    @DisplayName("a page beyond the end is empty and says so, and not everything is read for it")
    void beyond() {
        var page = page(1_000_000, 100);

        assertThat(page.results()).isEmpty();
        assertThat(page.pagination().hasNext()).isFalse();
        assertThat(page.pagination().hasPrev()).isTrue();
        assertThat(reads).hasValue(1);
    }

    @Test
    @DisplayName("no more of the catalogue is read than the page needs")
    void reads() {
        page(1, 5);

        assertThat(reads).hasValue(1);
    }

    @Test
    @DisplayName("nothing found has no pages")
    void nothing() {
        var page = new Listing(number -> fresh(new TitlePage(List.of(), 1, 0)))
                .page(new PageQuery(1, 20))
                .value();

        assertThat(page.results()).isEmpty();
        assertThat(page.pagination().totalItems()).isZero();
        assertThat(page.pagination().totalPages()).isZero();
        assertThat(page.pagination().hasNext()).isFalse();
    }

    @Test
    @DisplayName("a catalogue of ten thousand ends for us where nobody looks any more, consistently")
    void bounded() {
        var counted = new AtomicInteger();
        var endless = new Listing(number -> {
            counted.incrementAndGet();
            return fresh(new TitlePage(items(number * 20, 20), 500, 10_000));
        });

        var page = endless.page(new PageQuery(3, 100)).value();

        assertThat(page.results()).hasSize(100);
        assertThat(page.pagination().totalItems()).isEqualTo(300);
        assertThat(page.pagination().hasNext()).isFalse();
        assertThat(counted).hasValue(15);
    }

    @Test
    @DisplayName("a page made of older copies is as old as the oldest of them")
    void stale() {
        var listing = new Listing(number ->
                new Copy<>(new TitlePage(items(number * 20, 20), 2, 40), Duration.ofMinutes(number)));

        var page = listing.page(new PageQuery(1, 30));

        assertThat(page.staleFor()).isEqualTo(Duration.ofMinutes(2));
        assertThat(page.value().stale()).isTrue();
    }

    private MediaPage page(int number, int limit) {
        return new Listing(this::catalogue).page(new PageQuery(number, limit)).value();
    }

    /// 133 entries of which each third is a person; the first title of each page was the last one of the page
    /// before.
    private Copy<TitlePage> catalogue(int page) {
        reads.incrementAndGet();
        int from = (page - 1) * 20;
        var items = IntStream.range(from, Math.min(from + 20, ENTRIES))
                .filter(i -> i % 3 != 0)
                .mapToObj(i -> item(i == from + 1 && page > 1 ? from - 1 - ((from - 1) % 3 == 0 ? 1 : 0) : i))
                .toList();
        return fresh(new TitlePage(items, Math.ceilDiv(ENTRIES, 20), ENTRIES));
    }

    private List<String> titles() {
        var seen = new HashSet<String>();
        return IntStream.rangeClosed(1, Math.ceilDiv(ENTRIES, 20))
                .mapToObj(this::catalogue)
                .flatMap(page -> page.value().items().stream())
                .map(MediaItem::id)
                .filter(seen::add)
                .toList();
    }

    private static Copy<TitlePage> fresh(TitlePage page) {
        return new Copy<>(page, Duration.ZERO);
    }

    private static List<MediaItem> items(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(ListingTest::item).toList();
    }

    private static MediaItem item(int id) {
        return new MediaItem(
                Integer.toString(id),
                "Title " + id,
                null,
                MediaType.MOVIE,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                Availability.NONE);
    }
}
