package io.medianest.server.media;

import io.medianest.model.api.PageQuery;
import io.medianest.model.media.MediaDetails;
import io.medianest.model.media.MediaItem;
import io.medianest.model.media.MediaPage;
import io.medianest.model.media.MediaType;
import io.medianest.model.media.TitleKey;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.cache.Cache;
import io.medianest.server.platform.cache.Cache.Copy;
import io.medianest.server.platform.cache.Cache.Region;
import io.medianest.server.platform.resilience.Deadline;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// The titles of this world as the household sees them: what the catalogue says, from a recent copy where
/// there is one and from an old one where the catalogue is down, with what is in the library and what is
/// requested just now.
///
/// All methods throw `SERVICE_UNAVAILABLE`, `UPSTREAM_ERROR` or `UPSTREAM_TIMEOUT` when the catalogue cannot
/// be asked and no copy is left. Thread-safe.
public final class MediaCatalogue {
    private static final Duration LISTS_FOR = Duration.ofMinutes(1);
    private static final Duration DETAILS_FOR = Duration.ofMinutes(5);
    private static final Region<TitlePage> SEARCH = new Region<>("catalogue.search", TitlePage.class, LISTS_FOR, 2_000);
    private static final Region<TitlePage> TRENDING =
            new Region<>("catalogue.trending", TitlePage.class, LISTS_FOR, 200);
    private static final Region<MediaDetails> DETAILS =
            new Region<>("catalogue.details", MediaDetails.class, DETAILS_FOR, 2_000);

    private final Catalogues catalogues;
    private final Cache cache;
    private final AvailabilityLookup availability;
    private final Clock clock;
    private final SeenTitles seen;

    public MediaCatalogue(Catalogues catalogues, Cache cache, AvailabilityLookup availability, Clock clock) {
        this.catalogues = catalogues;
        this.cache = cache;
        this.availability = availability;
        this.clock = clock;
        this.seen = new SeenTitles(clock);
    }

    /// @param type only such titles; all when null
    /// @param language of titles and texts, such as `de` or `de-DE`; the catalogue's own when null
    Copy<MediaPage> search(String text, @Nullable MediaType type, PageQuery page, @Nullable String language) {
        var catalogue = catalogues.current();
        return listing(
                page,
                number -> cache.get(
                        SEARCH,
                        key(catalogue, type, number, language, text.toLowerCase(Locale.ROOT)),
                        () -> addressed(catalogue.search(text, type, number, language))));
    }

    /// @param type only such titles; all when null
    Copy<MediaPage> trending(@Nullable MediaType type, PageQuery page) {
        var catalogue = catalogues.current();
        return listing(
                page,
                number -> cache.get(
                        TRENDING, key(catalogue, type, number), () -> addressed(catalogue.trending(type, number))));
    }

    /// All about a title. While the catalogue is down and no copy is left, what was shown of it in a list.
    ///
    /// @throws io.medianest.server.platform.MediaNestException also `NOT_FOUND`
    Copy<MediaDetails> details(TitleKey key, @Nullable String language) {
        var copy = known(key, language);
        return new Copy<>(availability.of(copy.value()), copy.staleFor());
    }

    /// A title, and whether the household has it. While the catalogue is down, as it was shown last.
    ///
    /// @throws io.medianest.server.platform.MediaNestException also `NOT_FOUND`
    public MediaItem find(TitleKey key) {
        return availability.of(List.of(known(key, null).value().item())).getFirst();
    }

    private Copy<MediaDetails> known(TitleKey key, @Nullable String language) {
        try {
            return copyOf(key, language);
        } catch (MediaNestException e) {
            if (!e.code().isOutage()) {
                throw e;
            }
            return seen.find(key).map(MediaCatalogue::bare).orElseThrow(() -> e);
        }
    }

    private static Copy<MediaDetails> bare(Copy<MediaItem> shown) {
        var details = new MediaDetails(shown.value(), List.of(), List.of(), List.of(), List.of(), null);
        return new Copy<>(details, shown.staleFor());
    }

    private Copy<MediaDetails> copyOf(TitleKey title, @Nullable String language) {
        var catalogue = catalogues.current();
        return Deadline.within(
                Deadline.OF_A_REQUEST,
                clock,
                () -> cache.get(
                        DETAILS,
                        key(catalogue, title, language),
                        () -> Pictures.addressed(catalogue.details(title, language))));
    }

    private Copy<MediaPage> listing(PageQuery query, IntFunction<Copy<TitlePage>> pages) {
        var copy = Deadline.within(Deadline.OF_A_REQUEST, clock, () -> new Listing(pages).page(query));
        var page = copy.value();
        seen.saw(new Copy<>(page.results(), copy.staleFor()));
        return new Copy<>(
                new MediaPage(availability.of(page.results()), page.pagination(), page.stale()), copy.staleFor());
    }

    private static TitlePage addressed(TitlePage page) {
        var items = page.items().stream().map(Pictures::addressed).toList();
        return new TitlePage(items, page.totalPages(), page.totalItems());
    }

    private static String key(Catalogue catalogue, @Nullable Object... parts) {
        var key = new StringBuilder(catalogue.name());
        for (var part : parts) {
            key.append('|').append(Objects.requireNonNullElse(part, "-"));
        }
        return key.toString();
    }
}
