package io.medianest.server.request;

import static io.medianest.server.request.RequestDesk.ADMIN;
import static io.medianest.server.request.RequestDesk.ANN;
import static io.medianest.server.request.RequestDesk.BOB;
import static io.medianest.server.request.RequestDesk.film;
import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.account.UserStatistics;
import io.medianest.model.api.PageQuery;
import io.medianest.model.api.Pagination;
import io.medianest.model.media.MediaType;
import io.medianest.model.request.NewMediaRequest;
import io.medianest.model.request.RequestStatus;
import io.medianest.server.platform.MovableClock;
import io.medianest.server.platform.security.Caller;
import io.medianest.server.request.RequestFilter.Sort;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Lists of requests. The titles are made a minute after each other.
class RequestListTest {
    private static final PageQuery FIRST = new PageQuery(1, 100);

    private final MovableClock clock = new MovableClock();
    private final RequestDesk desk = new RequestDesk(clock);

    @BeforeEach
    void fill() {
        make(ANN, "1", "100% Wolf");
        make(ANN, "2", "alien");
        make(BOB, "3", "Zulu_dawn!");
        make(BOB, "4", "Brazil");
        clock.advance(Duration.ofMinutes(1));
        desk.requests.make(BOB, new NewMediaRequest("5", MediaType.TV, null, null, null));
    }

    private void make(Caller caller, String tmdbId, String title) {
        desk.names.put(tmdbId, title);
        clock.advance(Duration.ofMinutes(1));
        desk.requests.make(caller, film(tmdbId));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    @DisplayName("every order is what its name says")
    void orders() {
        desk.decisions.cancel(ANN, id("alien"));

        assertThat(sorted(Sort.NEWEST)).containsExactly("Title 5", "Brazil", "Zulu_dawn!", "alien", "100% Wolf");
        assertThat(sorted(Sort.OLDEST)).containsExactly("100% Wolf", "alien", "Zulu_dawn!", "Brazil", "Title 5");
        assertThat(sorted(Sort.TITLE)).containsExactly("100% Wolf", "alien", "Brazil", "Title 5", "Zulu_dawn!");
        assertThat(sorted(Sort.TITLE_BACKWARDS))
                .containsExactly("Zulu_dawn!", "Title 5", "Brazil", "alien", "100% Wolf");
        assertThat(sorted(Sort.STATUS)).containsExactly("alien", "Title 5", "Brazil", "Zulu_dawn!", "100% Wolf");
        clock.advance(Duration.ofMinutes(1));
        desk.decisions.cancel(ANN, id("100% Wolf"));
        assertThat(sorted(Sort.CHANGED)).startsWith("100% Wolf");
    }

    private List<String> sorted(Sort sort) {
        return titles(new RequestFilter(null, null, null, null, sort));
    }

    @Test
    @DisplayName("a list is narrowed by person, status and type, each alone and together")
    void filters() {
        desk.decisions.approve(ADMIN, id("Brazil"), null);

        assertThat(titles(filter("ann", null, null))).containsExactly("alien", "100% Wolf");
        assertThat(titles(filter(null, RequestStatus.APPROVED, null))).containsExactly("Brazil");
        assertThat(titles(filter(null, null, MediaType.TV))).containsExactly("Title 5");
        assertThat(titles(filter("bob", RequestStatus.PENDING, MediaType.MOVIE)))
                .containsExactly("Zulu_dawn!");
        assertThat(titles(filter("ann", RequestStatus.APPROVED, null))).isEmpty();
    }

    private static RequestFilter filter(
            @Nullable String userId, @Nullable RequestStatus status, @Nullable MediaType type) {
        return new RequestFilter(userId, status, type, null, Sort.NEWEST);
    }

    @Test
    @DisplayName("a search finds parts of titles in any case, and takes %, _, ! and quotes for what they are")
    void search() {
        assertThat(search("ALI")).containsExactly("alien");
        assertThat(search("i")).containsExactly("Title 5", "Brazil", "alien");
        assertThat(search("%")).containsExactly("100% Wolf");
        assertThat(search("_")).containsExactly("Zulu_dawn!");
        assertThat(search("!")).containsExactly("Zulu_dawn!");
        assertThat(search("0%_")).isEmpty();
        assertThat(search("' OR 1=1 --")).isEmpty();
        assertThat(search("<where>\\:x")).isEmpty();
    }

    private List<String> search(String text) {
        return titles(new RequestFilter(null, null, null, text, Sort.NEWEST));
    }

    @Test
    @DisplayName("pages cut the list without gap or overlap, and one behind the end is empty")
    void pages() {
        var all = filter(null, null, null);
        var first = desk.requests.list(all, new PageQuery(1, 2));
        var last = desk.requests.list(all, new PageQuery(3, 2));
        var behind = desk.requests.list(all, new PageQuery(1_000_000, 100));

        assertThat(first.requests()).extracting(request -> request.title()).containsExactly("Title 5", "Brazil");
        assertThat(first.pagination()).isEqualTo(new Pagination(1, 3, 5, 2, true, false));
        assertThat(last.requests()).extracting(request -> request.title()).containsExactly("100% Wolf");
        assertThat(last.pagination()).isEqualTo(new Pagination(3, 3, 5, 2, false, true));
        assertThat(behind.requests()).isEmpty();
        assertThat(behind.pagination().totalItems()).isEqualTo(5);
    }

    @Test
    @DisplayName("statistics count a person's requests and those that were granted")
    void statistics() {
        desk.decisions.approve(ADMIN, id("Brazil"), null);
        desk.decisions.deny(ADMIN, id("Zulu_dawn!"), null);
        desk.decisions.approve(ADMIN, id("alien"), null);
        desk.feature.arrived(List.of(RequestDesk.filmKey("2")));

        assertThat(desk.requests.statistics(List.of("ann", "bob", "nobody")))
                .containsOnlyKeys("ann", "bob")
                .containsEntry("ann", new UserStatistics(2, 1, 0))
                .containsEntry("bob", new UserStatistics(3, 1, 0));
        assertThat(desk.requests.statistics(List.of())).isEmpty();
    }

    @Test
    @DisplayName("the open requests are those that somebody still waits for, newest first")
    void open() {
        desk.decisions.cancel(ANN, id("alien"));
        desk.decisions.approve(ADMIN, id("Brazil"), null);

        assertThat(desk.requests.open(null))
                .extracting(request -> request.title())
                .containsExactly("Title 5", "Brazil", "Zulu_dawn!", "100% Wolf");
        assertThat(desk.requests.open("ann"))
                .extracting(request -> request.title())
                .containsExactly("100% Wolf");
    }

    private List<String> titles(RequestFilter filter) {
        return desk.requests.list(filter, FIRST).requests().stream()
                .map(request -> request.title())
                .toList();
    }

    private String id(String title) {
        return desk.requests.list(filter(null, null, null), FIRST).requests().stream()
                .filter(request -> request.title().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
