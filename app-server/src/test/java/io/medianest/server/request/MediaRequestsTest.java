package io.medianest.server.request;

import static io.medianest.server.request.RequestDesk.ADMIN;
import static io.medianest.server.request.RequestDesk.ANN;
import static io.medianest.server.request.RequestDesk.BOB;
import static io.medianest.server.request.RequestDesk.film;
import static io.medianest.server.request.RequestDesk.filmKey;
import static io.medianest.server.request.RequestDesk.show;
import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.account.UserStatistics;
import io.medianest.model.media.MediaType;
import io.medianest.model.media.TitleKey;
import io.medianest.model.request.NewMediaRequest;
import io.medianest.model.request.Quality;
import io.medianest.model.request.RequestStage;
import io.medianest.server.platform.Await;
import io.medianest.server.platform.observe.Correlation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaRequestsTest {
    private final RequestDesk desk = new RequestDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    @DisplayName("fifty people asking for the same film at once make one request and one call to the backend")
    void oneOfFifty() throws InterruptedException {
        var outcomes = new ConcurrentLinkedQueue<String>();
        var start = new CountDownLatch(1);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                var person = RequestDesk.user("person" + i);
                people.execute(() -> {
                    awaitQuietly(start);
                    outcomes.add(Refusals.of(
                            () -> desk.requests.make(person, film("603")).id()));
                });
            }
            start.countDown();
        }

        var made = outcomes.stream().filter(text -> text.startsWith("done: ")).toList();
        assertThat(made).hasSize(1);
        var id = made.getFirst().substring("done: ".length());
        assertThat(outcomes).hasSize(50);
        assertThat(outcomes.stream().filter(("ALREADY_REQUESTED " + id)::equals))
                .hasSize(49);
        desk.awaitStage(id, RequestStage.SUBMITTED);
        assertThat(desk.backend.attempts).hasValue(1);
        assertThat(desk.requests.statistics(List.of(desk.now(id).userId())).values())
                .extracting(UserStatistics::totalRequests)
                .containsExactly(1L);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("what was asked for is kept as it was said, and what was left out gets its usual value")
    void kept() {
        var wish = new NewMediaRequest("1396", MediaType.TV, Quality.UHD, "  for Sunday ", List.of(0, 2));
        var full = desk.requests.make(ANN, wish);
        var plain = desk.requests.make(ANN, film("603"));

        var stored = desk.now(full.id());
        assertThat(stored.title()).isEqualTo("Title 1396");
        assertThat(stored.key()).isEqualTo(new TitleKey(MediaType.TV, "1396"));
        assertThat(stored.quality()).isEqualTo(Quality.UHD);
        assertThat(stored.comment()).isEqualTo("for Sunday");
        assertThat(stored.seasons()).containsExactly(0, 2);
        assertThat(stored.userId()).isEqualTo("ann");
        assertThat(plain.quality()).isEqualTo(Quality.FULL_HD);
        assertThat(plain.comment()).isNull();
        assertThat(plain.seasons()).isNull();
        assertThat(plain.id()).startsWith("req_");
    }

    @Test
    @DisplayName("more seasons of a series that is there may be asked for, the same ones and the whole may not")
    void moreSeasons() {
        desk.onShelf.add(RequestDesk.seriesKey("1399"));
        var first = desk.requests.make(ANN, RequestDesk.show("1399", List.of(1, 2)));
        assertThat(Refusals.of(() -> desk.requests.make(BOB, RequestDesk.show("1399", List.of(5)))))
                .as("one at a time")
                .isEqualTo("ALREADY_REQUESTED " + first.id());
        desk.awaitStage(first.id(), RequestStage.SUBMITTED);
        desk.report(desk.now(first.id()), FakeBackend.available());

        assertThat(Refusals.of(() -> desk.requests.make(BOB, RequestDesk.show("1399", List.of(2)))))
                .isEqualTo("ALREADY_REQUESTED " + first.id());
        assertThat(Refusals.of(
                        () -> desk.requests.make(BOB, new NewMediaRequest("1399", MediaType.TV, null, null, null))))
                .startsWith("ALREADY_AVAILABLE");
        var second = desk.requests.make(BOB, RequestDesk.show("1399", List.of(2, 5)));

        assertThat(desk.state(first.id())).isEqualTo("available/done");
        assertThat(desk.requests.requested(List.of(RequestDesk.seriesKey("1399"))))
                .containsValue(second.id());
    }

    @Test
    @DisplayName("without a backend nobody knows which seasons are there: the series is")
    void seasonsWithoutBackend() {
        desk.backend.configured = false;
        desk.onShelf.add(RequestDesk.seriesKey("1399"));

        assertThat(Refusals.of(() -> desk.requests.make(BOB, RequestDesk.show("1399", List.of(5)))))
                .startsWith("ALREADY_AVAILABLE");
    }

    @Test
    @DisplayName("the same number as a film and as a series are two titles")
    void filmAndSeries() {
        desk.requests.make(ANN, film("603"));

        assertThat(desk.requests
                        .make(ANN, new NewMediaRequest("603", MediaType.TV, null, null, null))
                        .mediaType())
                .isEqualTo(MediaType.TV);
    }

    @Test
    @DisplayName("the limit counts requests that were made, not those that were refused, and each person alone")
    void limit() {
        desk.onShelf.add(filmKey("900"));
        for (int i = 1; i <= 5; i++) {
            desk.requests.make(ANN, film("" + i));
            assertThat(Refusals.of(() -> desk.requests.make(ANN, film("1")))).startsWith("ALREADY_REQUESTED req_");
            assertThat(Refusals.of(() -> desk.requests.make(ANN, film("404")))).isEqualTo("NOT_FOUND");
            assertThat(Refusals.of(() -> desk.requests.make(ANN, film("900")))).isEqualTo("ALREADY_AVAILABLE");
        }

        assertThat(Refusals.of(() -> desk.requests.make(ANN, film("6")))).isEqualTo("RATE_LIMIT_EXCEEDED at most 5");
        assertThat(desk.requests.requested(Set.of(filmKey("6")))).isEmpty();
        assertThat(desk.requests.make(BOB, film("6")).userId()).isEqualTo("bob");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "0", "007", "-5", "abc", "603 ", "6.3", "12345678901", "\u0663"})
    @DisplayName("only a TMDB id is a tmdbId")
    void tmdbId(@Nullable String tmdbId) {
        assertThat(Refusals.of(
                        () -> desk.requests.make(ANN, new NewMediaRequest(tmdbId, MediaType.MOVIE, null, null, null))))
                .isEqualTo("VALIDATION_ERROR tmdbId");
    }

    @Test
    @DisplayName("type, quality, comment and seasons are checked, and the limits of each may be reached")
    void checked() {
        assertThat(refusal(null, null, null, null)).isEqualTo("VALIDATION_ERROR mediaType");
        assertThat(refusal(MediaType.UNKNOWN, null, null, null)).isEqualTo("VALIDATION_ERROR mediaType");
        assertThat(refusal(MediaType.MOVIE, Quality.UNKNOWN, null, null)).isEqualTo("VALIDATION_ERROR quality");
        assertThat(refusal(MediaType.MOVIE, null, "x".repeat(501), null)).isEqualTo("VALIDATION_ERROR comment");
        assertThat(refusal(MediaType.MOVIE, null, null, List.of(1))).isEqualTo("VALIDATION_ERROR seasons");
        assertThat(refusal(MediaType.TV, null, null, List.of())).isEqualTo("VALIDATION_ERROR seasons");
        assertThat(refusal(MediaType.TV, null, null, List.of(1, 1))).isEqualTo("VALIDATION_ERROR seasons");
        assertThat(refusal(MediaType.TV, null, null, List.of(-1))).isEqualTo("VALIDATION_ERROR seasons");
        assertThat(refusal(MediaType.TV, null, null, List.of(1000))).isEqualTo("VALIDATION_ERROR seasons");
        var seasons = IntStream.rangeClosed(0, 99).boxed().toList();
        assertThat(refusal(
                        MediaType.TV,
                        null,
                        null,
                        IntStream.rangeClosed(0, 100).boxed().toList()))
                .isEqualTo("VALIDATION_ERROR seasons");

        var longest = new NewMediaRequest("1", MediaType.TV, null, "x".repeat(500), seasons);
        assertThat(desk.now(desk.requests.make(ANN, longest).id()).seasons()).isEqualTo(seasons);
    }

    private String refusal(
            @Nullable MediaType type,
            @Nullable Quality quality,
            @Nullable String comment,
            @Nullable List<Integer> seasons) {
        return Refusals.of(() -> desk.requests.make(ANN, new NewMediaRequest("1", type, quality, comment, seasons)));
    }

    @Test
    @DisplayName("what is in the library, and what the catalogue does not know, is not asked for")
    void refused() {
        desk.onShelf.add(filmKey("603"));

        assertThat(Refusals.of(() -> desk.requests.make(ANN, film("603")))).isEqualTo("ALREADY_AVAILABLE");
        assertThat(Refusals.of(() -> desk.requests.make(ANN, film("404")))).isEqualTo("NOT_FOUND");
        assertThat(desk.heard).isEmpty();
        assertThat(desk.backend.attempts).hasValue(0);
    }

    @Test
    @DisplayName("people see their own requests, an admin sees all, and a stranger's looks like none")
    void visible() {
        var id = desk.requests.make(ANN, show("1396", List.of(1))).id();

        assertThat(desk.requests.show(ANN, id).media().overview()).isEqualTo("About it.");
        assertThat(desk.requests.show(ADMIN, id).request().id()).isEqualTo(id);
        assertThat(Refusals.of(() -> desk.requests.show(BOB, id))).isEqualTo("NOT_FOUND " + id);
        assertThat(Refusals.of(() -> desk.requests.show(ADMIN, "req_none"))).isEqualTo("NOT_FOUND req_none");
        assertThat(Refusals.of(() -> desk.decisions.cancel(BOB, id))).isEqualTo("NOT_FOUND " + id);
    }

    @Test
    @DisplayName("each event follows its commit, in order, with the correlation id of the wish also through the job")
    void events() {
        var id = Correlation.call(
                "wish-1", () -> desk.requests.make(ANN, film("603")).id());
        desk.awaitStage(id, RequestStage.SUBMITTED);
        Await.until("three events", () -> desk.eventsOf(id).size() == 3);

        assertThat(desk.eventsOf(id))
                .containsExactly(
                        id + " created 1 pending/queued",
                        id + " changed 2 pending/processing",
                        id + " changed 3 pending/submitted");
        assertThat(desk.heard).allMatch(event -> event.correlationId().equals("wish-1"));
        assertThat(desk.early).isEmpty();
    }

    @Test
    @DisplayName("what is rolled back was never told")
    void rolledBack() {
        desk.requests.make(ANN, film("1"));
        Await.until("the first is told", () -> !desk.heard.isEmpty());
        Refusals.of(() -> desk.requests.make(BOB, film("1")));
        var last = desk.requests.make(BOB, film("2")).id();
        Await.until("the last is told", () -> !desk.eventsOf(last).isEmpty());

        assertThat(desk.heard.stream().filter(event -> event.event().wireName().equals("mediaRequest:created")))
                .hasSize(2);
    }

    @Test
    @DisplayName("titles are told apart by whether somebody asked for them, in one query")
    void requested() {
        var id = desk.requests.make(ANN, film("603")).id();

        assertThat(desk.requests.requested(List.of(filmKey("603"), filmKey("604"), filmKey("603"))))
                .containsExactly(Map.entry(filmKey("603"), id));
        assertThat(desk.requests.requested(List.of())).isEmpty();
    }
}
