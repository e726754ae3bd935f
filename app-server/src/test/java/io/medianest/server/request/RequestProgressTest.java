package io.medianest.server.request;

import static io.medianest.server.request.RequestDesk.ADMIN;
import static io.medianest.server.request.RequestDesk.ANN;
import static io.medianest.server.request.RequestDesk.BOB;
import static io.medianest.server.request.RequestDesk.film;
import static io.medianest.server.request.RequestDesk.filmKey;
import static io.medianest.server.request.RequestDesk.seriesKey;
import static io.medianest.server.request.RequestDesk.show;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medianest.model.request.RequestStage;
import io.medianest.model.request.StatusChange;
import io.medianest.server.platform.Await;
import io.medianest.server.request.RequestBackend.Submission;
import io.medianest.server.request.RequestBackend.UpstreamState.Decision;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What the outside world does to a request.
class RequestProgressTest {

    interface JobRows {
        @SqlQuery("SELECT COUNT(*) FROM job WHERE subject = :subject")
        long of(String subject);

        @SqlQuery("SELECT COUNT(*) FROM job WHERE subject = :subject AND state = 'DONE'")
        long done(String subject);
    }

    private final RequestDesk desk = new RequestDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    @DisplayName("a request walks from the queue to the library, and each step is one line of its history")
    void walk() {
        var request = desk.handedOver(ANN, "603");
        var id = request.id();
        desk.report(request, FakeBackend.approved());
        assertThat(desk.state(id)).isEqualTo("approved/submitted");
        desk.report(request, FakeBackend.downloading(40));
        assertThat(desk.now(id).progress()).isEqualTo(40);
        desk.report(request, FakeBackend.downloading(80));
        assertThat(desk.now(id).progress()).isEqualTo(80);
        desk.report(request, FakeBackend.approved());
        assertThat(desk.state(id)).isEqualTo("approved/downloading");
        assertThat(desk.now(id).progress()).isEqualTo(80);
        desk.report(request, FakeBackend.available());

        assertThat(desk.history(id))
                .containsExactly(
                        "pending/queued by name of ann",
                        "pending/processing by MediaNest",
                        "pending/submitted by Overseerr",
                        "approved/submitted by Overseerr",
                        "approved/downloading by Overseerr",
                        "available/done by Overseerr");
        assertThat(desk.now(id).progress()).isNull();
        assertThat(desk.requests.requested(List.of(filmKey("603")))).containsValue(id);
    }

    @Test
    @DisplayName("decisions and ends are on record once each, with what was decided; the steps in between are not")
    void record() {
        var request = desk.handedOver(ANN, "603");
        var id = request.id();
        desk.report(request, FakeBackend.approved());
        desk.report(request, FakeBackend.downloading(40));
        desk.report(request, FakeBackend.downloading(80));
        desk.report(request, FakeBackend.available());
        var failed = desk.refused(BOB, "604").id();
        desk.decisions.deny(ADMIN, failed, null);

        assertThat(desk.witnessed.stream().map(line -> line.replaceFirst(" \\d+ ", " ")))
                .containsExactly(
                        id + " created pending/queued",
                        id + " changed approved/submitted",
                        id + " changed available/done",
                        failed + " created pending/queued",
                        failed + " changed pending/failed",
                        failed + " changed denied/done");
    }

    @Test
    @DisplayName("what cannot be put on record does not happen")
    void bothOrNeither() {
        var request = desk.handedOver(ANN, "603");
        desk.witness = () -> {
            throw new IllegalStateException("no ink");
        };

        assertThatThrownBy(() -> desk.decisions.approve(ADMIN, request.id(), null))
                .hasMessage("no ink");

        assertThat(desk.state(request.id())).isEqualTo("pending/submitted");
        assertThat(desk.history(request.id())).hasSize(3);
    }

    @Test
    @DisplayName("a report that says nothing new writes nothing and tells nobody")
    void nothingNew() {
        var request = desk.handedOver(ANN, "603");
        desk.report(request, FakeBackend.downloading(40));
        var version = desk.now(request.id()).version();

        desk.report(request, FakeBackend.downloading(40));
        desk.report(request, FakeBackend.downloading(null));

        assertThat(desk.now(request.id()).version()).isEqualTo(version);
    }

    @Test
    @DisplayName("a request that was declined, or has vanished upstream, is denied with the reason")
    void declined() {
        var declined = desk.handedOver(ANN, "603");
        var vanished = desk.handedOver(ANN, "604");
        desk.report(declined, FakeBackend.decided(Decision.DECLINED));
        desk.backend.states.remove(String.valueOf(vanished.overseerrId()));
        desk.follow.all();

        assertThat(desk.state(declined.id())).isEqualTo("denied/done");
        assertThat(desk.now(declined.id()).reason()).contains("declined");
        assertThat(desk.state(vanished.id())).isEqualTo("denied/done");
        assertThat(desk.now(vanished.id()).reason()).contains("withdrawn");
        assertThat(desk.requests.make(BOB, film("603")).userId()).isEqualTo("bob");
    }

    @Test
    @DisplayName("what the backend could not pass on has failed, says so, and may be asked for again")
    void failedUpstream() {
        var request = desk.handedOver(ANN, "603");
        desk.report(request, FakeBackend.decided(Decision.FAILED));

        assertThat(desk.state(request.id())).isEqualTo("pending/failed");
        assertThat(desk.now(request.id()).reason()).contains("could not pass it on");
        assertThat(desk.requests.make(BOB, film("603")).id()).isNotEqualTo(request.id());
    }

    @Test
    @DisplayName("what had failed upstream and was tried again there goes on here, but not beside a newer request")
    void retriedUpstream() {
        var alone = desk.handedOver(ANN, "603");
        var overtaken = desk.handedOver(ANN, "604");
        desk.report(alone, FakeBackend.decided(Decision.FAILED));
        desk.report(overtaken, FakeBackend.decided(Decision.FAILED));
        var newer = desk.handedOver(BOB, "604");

        desk.report(alone, FakeBackend.approved());
        desk.report(overtaken, FakeBackend.approved());

        assertThat(desk.state(alone.id())).isEqualTo("approved/submitted");
        assertThat(desk.state(overtaken.id())).isEqualTo("pending/failed");
        assertThat(desk.state(newer.id())).isEqualTo("pending/submitted");
    }

    @Test
    @DisplayName("of two that failed upstream one goes on, and stands in the way of the other")
    void bothFailed() {
        var first = desk.handedOver(ANN, "603");
        desk.report(first, FakeBackend.decided(Decision.FAILED));
        var second = desk.handedOver(BOB, "603");
        desk.report(second, FakeBackend.decided(Decision.FAILED));
        desk.backend.states.put(String.valueOf(first.overseerrId()), FakeBackend.approved());
        desk.backend.states.put(String.valueOf(second.overseerrId()), FakeBackend.approved());

        desk.follow.all();

        assertThat(List.of(desk.state(first.id()), desk.state(second.id())))
                .containsExactlyInAnyOrder("approved/submitted", "pending/failed");
    }

    @Test
    @DisplayName("a refused submission is not repeated: the request has failed with the backend's own words")
    void refused() {
        var failed = desk.refused(ANN, "603");

        assertThat(failed.reason()).isEqualTo("Quota exceeded");
        assertThat(desk.backend.attempts).hasValue(1);
        assertThat(desk.requests.make(ANN, film("603")).id()).isNotEqualTo(failed.id());
    }

    @Test
    @DisplayName("a backend that is down costs no wish: it is tried again until it is there, however often that is")
    void down() {
        desk.backend.down = true;
        var id = desk.requests.make(ANN, film("603")).id();
        Await.until("more attempts than a failure gets", () -> desk.backend.attempts.get() > 5);
        assertThat(desk.now(id).stage()).isEqualTo(RequestStage.QUEUED);
        assertThat(desk.now(id).waitingFor()).isEqualTo("overseerr");

        desk.backend.down = false;

        desk.awaitStage(id, RequestStage.SUBMITTED);
        assertThat(desk.now(id).overseerrId()).isEqualTo("1");
        assertThat(desk.now(id).waitingFor()).isNull();
        assertThat(desk.requests.show(ANN, id).statusHistory())
                .extracting(StatusChange::stage)
                .as("however often it was tried")
                .containsExactly(
                        RequestStage.QUEUED, RequestStage.PROCESSING, RequestStage.QUEUED, RequestStage.SUBMITTED);
    }

    @Test
    @DisplayName("while it is known that the backend does not answer, a wish is taken all the same, and says so")
    void absent() {
        desk.backend.absent = "overseerr";
        desk.backend.down = true;

        var made = desk.requests.make(ANN, film("603"));

        assertThat(made.waitingFor()).isEqualTo("overseerr");
        assertThat(desk.now(made.id()).waitingFor()).isEqualTo("overseerr");
        desk.backend.down = false;
        desk.awaitStage(made.id(), RequestStage.SUBMITTED);
        assertThat(desk.backend.submitted).hasSize(1);
    }

    @Test
    @DisplayName("what goes wrong in another way is tried three times, and a later retry gets through")
    void broken() {
        desk.backend.answer = request -> {
            throw new IllegalStateException("nonsense");
        };
        var id = desk.requests.make(ANN, film("603")).id();
        desk.awaitStage(id, RequestStage.FAILED);
        assertThat(desk.backend.attempts).hasValue(3);
        assertThat(desk.now(id).reason()).isEqualTo("nonsense");

        desk.backend.answer = request -> new Submission.Taken("1", FakeBackend.pending());
        desk.decisions.retry(ADMIN, id, null);

        desk.awaitStage(id, RequestStage.SUBMITTED);
    }

    @Test
    @DisplayName("a failed request can also be brought back from the dead letters, which name its title")
    void deadLetter() {
        var id = desk.refused(ANN, "603").id();
        var letters = desk.jobs.deadLetters();
        Await.until("its job is dead", () -> letters.count() == 1);
        var letter = letters.letters(1, 0).getFirst();
        assertThat(letter.about()).isEqualTo("Title 603");
        assertThat(letter.lastError()).isEqualTo("Quota exceeded");

        letters.retry(letter.id(), "mia");

        desk.awaitStage(id, RequestStage.SUBMITTED);
        assertThat(desk.history(id)).contains("pending/queued by mia");
        assertThat(letters.letters(1, 0)).isEmpty();
    }

    @Test
    @DisplayName("a backend that comes back in time gets the request without anybody's help")
    void backInTime() {
        desk.backend.answer = request -> {
            desk.backend.answer = taken -> new Submission.Taken("77", FakeBackend.pending());
            throw new IllegalStateException("connection reset");
        };

        var id = desk.requests.make(ANN, film("603")).id();

        desk.awaitStage(id, RequestStage.SUBMITTED);
        assertThat(desk.now(id).overseerrId()).isEqualTo("77");
        assertThat(desk.backend.attempts).hasValue(2);
        assertThat(desk.history(id)).hasSize(3);
    }

    @Test
    @DisplayName("a title that the backend had already counts as handed over and is not handed over again")
    void alreadyThere() {
        var unknown = FakeBackend.decided(Decision.UNKNOWN);
        desk.backend.answer = request -> new Submission.Taken(null, unknown);
        var id = desk.handedOver(ANN, "603").id();

        desk.follow.all();
        desk.onShelf.add(filmKey("603"));
        desk.follow.all();

        assertThat(desk.state(id)).isEqualTo("available/done");
        assertThat(desk.backend.attempts).hasValue(1);
    }

    @Test
    @DisplayName("that a series has come is not yet that the seasons have that were asked for: the backend knows")
    void seasons() {
        var id = desk.requests.make(ANN, show("1399", List.of(5))).id();
        desk.awaitStage(id, RequestStage.SUBMITTED);
        desk.onShelf.add(seriesKey("1399"));

        desk.feature.arrived(List.of(seriesKey("1399")));
        desk.follow.all();
        assertThat(desk.state(id)).isEqualTo("pending/submitted");

        desk.report(desk.now(id), FakeBackend.available());
        assertThat(desk.state(id)).isEqualTo("available/done");
    }

    @Test
    @DisplayName("without a backend nobody knows seasons: the series is what was waited for")
    void seasonsWithoutBackend() {
        desk.backend.configured = false;
        var id = desk.requests.make(ANN, show("1399", List.of(5))).id();

        desk.feature.arrived(List.of(seriesKey("1399")));

        assertThat(desk.state(id)).isEqualTo("available/done");
    }

    @Test
    @DisplayName("what the library has lost can be asked for again; what it has, and what is on its way, cannot")
    void lost() {
        var gone = desk.handedOver(ANN, "603");
        var kept = desk.handedOver(ANN, "604");
        var awaited = desk.handedOver(ANN, "605");
        desk.feature.arrived(List.of(gone.key(), kept.key()));

        desk.database.run(tx -> desk.feature.gone(tx, List.of(gone.key(), awaited.key(), filmKey("999"))));

        assertThat(desk.requests.requested(List.of(gone.key(), kept.key(), awaited.key())))
                .containsOnlyKeys(kept.key(), awaited.key());
        assertThat(desk.requests.make(BOB, film("603")).id()).isNotEqualTo(gone.id());
        assertThat(desk.state(gone.id())).isEqualTo("available/done");
        assertThat(Refusals.of(() -> desk.requests.make(BOB, film("604")))).startsWith("ALREADY_REQUESTED");
        assertThat(Refusals.of(() -> desk.requests.make(BOB, film("605")))).startsWith("ALREADY_REQUESTED");
    }

    @Test
    @DisplayName("late reports change nothing about a request that is over")
    void late() {
        var cancelled = desk.handedOver(ANN, "603");
        desk.decisions.cancel(ANN, cancelled.id());
        var denied = desk.handedOver(ANN, "604");
        desk.decisions.deny(ADMIN, denied.id(), "no");
        var available = desk.handedOver(ANN, "605");
        desk.report(available, FakeBackend.available());
        var progress = new RequestProgress(
                desk.database,
                new RequestLedger(
                        desk.database,
                        new io.medianest.server.platform.event.LocalEventBus(),
                        java.time.Clock.systemUTC()),
                desk.jobs,
                desk.backend);

        for (var request : List.of(cancelled, denied, available)) {
            var before = desk.now(request.id());
            progress.follow(request, FakeBackend.downloading(5));
            progress.follow(request, FakeBackend.decided(Decision.FAILED));
            progress.withdrawn(request);
            desk.database.run(tx -> progress.failed(tx, request.id(), "too late"));
            progress.arrived(List.of(request.key()));
            assertThat(progress.begin(request.id())).isEmpty();
            assertThat(desk.now(request.id())).isEqualTo(before);
        }
    }

    @Test
    @DisplayName("an answer about an attempt says nothing about the next one, which an admin began meanwhile")
    void lateAnswer() {
        var failed = desk.handedOver(ANN, "603");
        desk.report(failed, FakeBackend.decided(Decision.FAILED));
        desk.backend.beforeAnswer = () -> tryAgain(failed.id());
        desk.follow.all();
        assertThat(desk.state(failed.id())).isEqualTo("pending/submitted");

        desk.backend.beforeAnswer = () -> {};
        var vanished = desk.handedOver(BOB, "604");
        desk.report(vanished, FakeBackend.decided(Decision.FAILED));
        desk.backend.states.remove(String.valueOf(vanished.overseerrId()));
        desk.backend.beforeAnswer = () -> tryAgain(vanished.id());
        desk.follow.all();
        assertThat(desk.state(vanished.id())).isEqualTo("pending/submitted");
    }

    private void tryAgain(String id) {
        desk.decisions.retry(ADMIN, id, null);
        desk.awaitStage(id, RequestStage.SUBMITTED);
    }

    @Test
    @DisplayName("that the backend does not know what it is told about takes nothing from the next attempt")
    void lateWord() {
        var request = desk.handedOver(ANN, "603");
        desk.backend.beforeWord = () -> {
            desk.backend.beforeWord = () -> {};
            desk.report(request, FakeBackend.decided(Decision.FAILED));
            desk.backend.states.remove(String.valueOf(request.overseerrId()));
            desk.decisions.retry(ADMIN, request.id(), null);
        };

        desk.decisions.approve(ADMIN, request.id(), null);

        Await.until("the next attempt is told", () -> desk.backend.told.contains("approve 2"));
        assertThat(desk.state(request.id())).isEqualTo("approved/submitted");
    }

    @Test
    @DisplayName("one request that cannot be looked at does not hide how the others are")
    void oneUnreadable() {
        var unreadable = desk.handedOver(ANN, "603");
        var vanished = desk.handedOver(BOB, "604");
        desk.backend.states.clear();
        desk.backend.unreadable.add(String.valueOf(unreadable.overseerrId()));

        desk.follow.all();

        assertThat(desk.state(unreadable.id())).isEqualTo("pending/submitted");
        assertThat(desk.state(vanished.id())).isEqualTo("denied/done");
    }

    @Test
    @DisplayName("requests made before there was a backend are handed over once there is one")
    void backendComesLater() {
        desk.backend.configured = false;
        var id = desk.requests.make(ANN, film("603")).id();
        desk.follow.all();
        assertThat(desk.state(id)).isEqualTo("pending/queued");

        desk.backend.configured = true;
        Await.until("handed over", () -> {
            desk.follow.all();
            return desk.now(id).stage() == RequestStage.SUBMITTED;
        });

        assertThat(desk.backend.attempts).hasValue(1);
    }

    @Test
    @DisplayName("a wish of somebody whom the backend does not know waits here for the admin's yes")
    void stranger() {
        var stranger = RequestDesk.user("stranger");
        var id = desk.requests.make(stranger, film("603")).id();
        var known = desk.handedOver(ANN, "604").id();
        assertThat(desk.state(known)).isEqualTo("pending/submitted");
        assertThat(desk.state(id)).isEqualTo("pending/queued");
        var jobs = desk.database.store(JobRows.class);
        Await.until("the first look is over", () -> jobs.done(id) == 1);
        desk.follow.all();
        desk.follow.all();
        assertThat(jobs.of(id)).as("looking again makes no more work").isEqualTo(1);

        desk.decisions.approve(ADMIN, id, null);

        desk.awaitStage(id, RequestStage.SUBMITTED);
        Await.until("the yes is passed on", () -> desk.backend.told.contains("approve 2"));
    }
}
