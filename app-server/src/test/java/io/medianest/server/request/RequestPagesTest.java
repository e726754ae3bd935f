package io.medianest.server.request;

import static io.medianest.server.request.RequestDesk.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.account.Role;
import io.medianest.model.api.PageQuery;
import io.medianest.model.media.MediaType;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.RequestStatus;
import io.medianest.server.platform.MovableClock;
import io.medianest.server.platform.security.Caller;
import io.medianest.server.request.RequestFilter.Sort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Leafing through lists that are longer than the way between two signposts. Many requests are of the same moment.
class RequestPagesTest {
    private static final int MADE = 450;

    private final MovableClock clock = new MovableClock();
    private final RequestDesk desk = new RequestDesk(clock);

    @BeforeEach
    void fill() {
        for (int i = 1; i <= MADE; i++) {
            if (i % 7 == 0) {
                clock.advance(Duration.ofSeconds(1));
            }
            make(i);
        }
    }

    /// Each of somebody else, since nobody may ask for that many.
    private MediaRequest make(int tmdbId) {
        var caller = new Caller("usr_" + tmdbId, "Name", Role.USER, null, null, Caller.Credential.API_TOKEN);
        return desk.requests.make(caller, RequestDesk.film(Integer.toString(10_000 + tmdbId)));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    @DisplayName("every order is leafed through without a gap or a repetition, by pages of any size")
    void all(Sort sort) {
        var whole = leafed(new RequestFilter(null, null, null, null, sort), 100);

        assertThat(whole).hasSize(MADE).doesNotHaveDuplicates();
        assertThat(leafed(new RequestFilter(null, null, null, null, sort), 33)).isEqualTo(whole);
    }

    @Test
    @DisplayName("far pages of the newest are the newest")
    void newest() {
        var order = Comparator.comparing(MediaRequest::createdAt)
                .thenComparing(MediaRequest::id)
                .reversed();
        assertThat(leafed(new RequestFilter(null, null, null, null, Sort.NEWEST), 50))
                .isSortedAccordingTo(order);
    }

    @Test
    @DisplayName("far pages keep to what was asked for")
    void filtered() {
        var titled = leafed(new RequestFilter(null, RequestStatus.PENDING, MediaType.MOVIE, "4", Sort.OLDEST), 20);

        assertThat(titled)
                .hasSizeGreaterThan(100)
                .allMatch(request -> request.title().contains("4"));
        assertThat(leafed(new RequestFilter(null, RequestStatus.DENIED, null, null, Sort.OLDEST), 20))
                .isEmpty();
    }

    @Test
    @DisplayName("what changes is seen at once, on far pages and in the total")
    void changes() {
        var list = new RequestFilter(null, RequestStatus.PENDING, null, null, Sort.OLDEST);
        var last = leafed(list, 100).getLast();

        desk.decisions.deny(ADMIN, last.id(), null);
        assertThat(leafed(list, 100)).hasSize(MADE - 1).doesNotContain(last);

        clock.advance(Duration.ofSeconds(1));
        var newer = make(MADE + 1);
        var page = desk.requests.list(list, new PageQuery(5, 100));
        assertThat(page.requests().getLast().id()).isEqualTo(newer.id());
        assertThat(page.pagination().totalItems()).isEqualTo(MADE);
    }

    @Test
    @DisplayName("behind the end is nothing")
    void behindTheEnd() {
        for (int page : new int[] {10, 1_000_000}) {
            var list = new RequestFilter(null, null, null, null, Sort.NEWEST);
            assertThat(desk.requests.list(list, new PageQuery(page, 100)).requests())
                    .isEmpty();
        }
    }

    private List<MediaRequest> leafed(RequestFilter filter, int limit) {
        var all = new ArrayList<MediaRequest>();
        boolean more = true;
        for (int page = 1; more; page++) {
            var read = desk.requests.list(filter, new PageQuery(page, limit));
            all.addAll(read.requests());
            more = read.pagination().hasNext();
        }
        return all;
    }
}
