package io.medianest.server.request;

import static io.medianest.server.request.RequestDesk.ADMIN;
import static io.medianest.server.request.RequestDesk.ANN;
import static io.medianest.server.request.RequestDesk.BOB;
import static io.medianest.server.request.RequestDesk.film;
import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.request.MediaRequest;
import io.medianest.server.platform.MovableClock;
import io.medianest.server.platform.security.Caller;
import io.medianest.server.request.RequestFigures.Totals;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RequestFiguresTest {
    private final MovableClock clock = new MovableClock();
    private final RequestDesk desk = new RequestDesk(clock);
    private final RequestFigures figures = desk.feature.figures();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    @DisplayName("without requests everything is zero")
    void nothing() {
        assertThat(figures.totals(null, clock.instant())).isEqualTo(new Totals(0, 0, 0, 0, 0, 0));
        assertThat(figures.lastMoved(null, 10)).isEmpty();
    }

    @Test
    @DisplayName("requests are counted by what became of them, of one person or of all")
    void totals() {
        make(ANN, "1");
        clock.advance(Duration.ofDays(3));
        var since = clock.instant();
        approvedAfter(make(ANN, "2"), Duration.ofSeconds(30));
        approvedAfter(make(ANN, "3"), Duration.ofSeconds(90));
        deniedAfter(make(BOB, "4"), Duration.ofSeconds(5));
        available(approvedAfter(make(BOB, "5"), Duration.ofMinutes(10)));
        desk.decisions.cancel(BOB, make(BOB, "6"));
        desk.feature.requests().make(ANN, film("7"));

        assertThat(figures.totals(ANN.userId(), since)).isEqualTo(new Totals(4, 2, 3, 0, 0, 60));
        assertThat(figures.totals(BOB.userId(), since)).isEqualTo(new Totals(3, 0, 3, 1, 1, 600));
        assertThat(figures.totals(null, since)).isEqualTo(new Totals(7, 2, 6, 1, 1, 240));
        assertThat(figures.totals("usr_none", since)).isEqualTo(new Totals(0, 0, 0, 0, 0, 0));
    }

    @Test
    @DisplayName("what came to the library without anybody's yes counts as approved when it came")
    void straightToTheShelf() {
        var id = make(ANN, "1");
        clock.advance(Duration.ofSeconds(40));
        available(id);

        assertThat(figures.totals(null, clock.instant())).isEqualTo(new Totals(1, 0, 0, 1, 0, 40));
    }

    @Test
    @DisplayName("what moved last comes first, however old it is")
    void lastMoved() {
        var first = make(ANN, "1");
        var second = make(ANN, "2");
        var third = make(BOB, "3");
        deniedAfter(first, Duration.ofSeconds(1));

        assertThat(figures.lastMoved(null, 10)).extracting(MediaRequest::id).containsExactly(first, third, second);
        assertThat(figures.lastMoved(null, 1)).extracting(MediaRequest::id).containsExactly(first);
        assertThat(figures.lastMoved(ANN.userId(), 10))
                .extracting(MediaRequest::id)
                .containsExactly(first, second);
    }

    private String make(Caller caller, String tmdbId) {
        clock.advance(Duration.ofSeconds(1));
        return desk.requests.make(caller, film(tmdbId)).id();
    }

    private String approvedAfter(String id, Duration time) {
        clock.advance(time);
        return desk.decisions.approve(ADMIN, id, null).id();
    }

    private void deniedAfter(String id, Duration time) {
        clock.advance(time);
        desk.decisions.deny(ADMIN, id, null);
    }

    private void available(String id) {
        desk.feature.arrived(List.of(desk.now(id).key()));
    }
}
