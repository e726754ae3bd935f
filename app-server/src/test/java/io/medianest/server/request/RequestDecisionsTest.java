package io.medianest.server.request;

import static io.medianest.server.request.RequestDesk.ADMIN;
import static io.medianest.server.request.RequestDesk.ANN;
import static io.medianest.server.request.RequestDesk.BOB;
import static io.medianest.server.request.RequestDesk.film;
import static io.medianest.server.request.RequestDesk.filmKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.request.RequestStage;
import io.medianest.server.platform.Await;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What people decide about a request, and in which states they cannot any more.
class RequestDecisionsTest {
    private final RequestDesk desk = new RequestDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    @DisplayName("a pending request is taken back by its owner or an admin, once, and may be made again by anybody")
    void cancel() {
        var own = desk.handedOver(ANN, "603").id();
        var others = desk.handedOver(ANN, "604").id();

        assertThat(desk.decisions.cancel(ANN, own).status().wireName()).isEqualTo("cancelled");
        assertThat(desk.decisions.cancel(ADMIN, others).stage()).isEqualTo(RequestStage.DONE);
        assertThat(Refusals.of(() -> desk.decisions.cancel(ANN, own))).isEqualTo("INVALID_STATE cancelled/done");
        Await.until("the backend is told", () -> desk.backend.told.size() == 2);
        assertThat(desk.backend.told).containsExactlyInAnyOrder("decline 1", "decline 2");
        assertThat(desk.requests.make(BOB, film("603")).id()).isNotEqualTo(own);
        assertThat(desk.history(own))
                .containsExactly(
                        "pending/queued by name of ann",
                        "pending/processing by MediaNest",
                        "pending/submitted by Overseerr",
                        "cancelled/done by name of ann");
    }

    @Test
    @DisplayName("an approval is told to the backend, is not given twice, and cannot be taken back by the owner")
    void approve() {
        var request = desk.handedOver(ANN, "603");

        var approved = desk.decisions.approve(ADMIN, request.id(), "enjoy");

        assertThat(desk.state(request.id())).isEqualTo("approved/submitted");
        assertThat(approved.version()).isEqualTo(request.version() + 1);
        Await.until("the backend is told", () -> desk.backend.told.equals(List.of("approve 1")));
        assertThat(Refusals.of(() -> desk.decisions.approve(ADMIN, request.id(), null)))
                .isEqualTo("INVALID_STATE approved/submitted");
        assertThat(Refusals.of(() -> desk.decisions.cancel(ANN, request.id())))
                .isEqualTo("INVALID_STATE approved/submitted");
        var last = desk.requests.show(ANN, request.id()).statusHistory().getLast();
        assertThat(last.actor()).isEqualTo("The owner");
        assertThat(last.comment()).isEqualTo("enjoy");
    }

    @Test
    @DisplayName("a denial carries its reason, ends pending and approved requests alike, and frees the title")
    void deny() {
        var pending = desk.handedOver(ANN, "603").id();
        var approved = desk.handedOver(ANN, "604").id();
        desk.decisions.approve(ADMIN, approved, null);

        assertThat(desk.decisions.deny(ADMIN, pending, "no room").reason()).isEqualTo("no room");
        desk.decisions.deny(ADMIN, approved, null);

        assertThat(desk.state(approved)).isEqualTo("denied/done");
        assertThat(Refusals.of(() -> desk.decisions.deny(ADMIN, pending, null))).isEqualTo("INVALID_STATE denied/done");
        assertThat(Refusals.of(() -> desk.decisions.approve(ADMIN, pending, null)))
                .isEqualTo("INVALID_STATE denied/done");
        assertThat(Refusals.of(() -> desk.decisions.retry(ADMIN, pending, null)))
                .isEqualTo("INVALID_STATE denied/done");
        assertThat(desk.requests.requested(List.of(filmKey("603"), filmKey("604"))))
                .isEmpty();
        assertThat(desk.requests.make(ANN, film("603")).id()).isNotEqualTo(pending);
        Await.until("the backend is told", () -> desk.backend.told.containsAll(List.of("decline 1", "decline 2")));
    }

    @Test
    @DisplayName("the backend hears the last word, also when it comes while the one before is on its way")
    void lastWord() {
        var request = desk.handedOver(ANN, "603");
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        desk.backend.beforeWord = () -> {
            begun.countDown();
            Latches.await(goOn);
        };
        desk.decisions.approve(ADMIN, request.id(), null);
        Latches.await(begun);

        desk.decisions.deny(ADMIN, request.id(), null);
        goOn.countDown();

        Await.until("the backend hears the denial", () -> desk.backend.told.contains("decline 1"));
        assertThat(desk.backend.told).containsExactly("approve 1", "decline 1");
    }

    @Test
    @DisplayName(
            "what the backend has forgotten needs no denial there, and an approval that finds nothing is a withdrawal")
    void goneUpstream() {
        var denied = desk.handedOver(ANN, "603");
        var approved = desk.handedOver(ANN, "604");
        desk.backend.states.clear();

        desk.decisions.deny(ADMIN, denied.id(), "no room");
        desk.decisions.approve(ADMIN, approved.id(), null);

        desk.awaitStage(approved.id(), RequestStage.DONE);
        assertThat(desk.state(approved.id())).isEqualTo("denied/done");
        assertThat(desk.now(approved.id()).reason()).contains("withdrawn");
        Await.until("the denial is told", () -> desk.backend.told.contains("decline 1"));
        assertThat(desk.now(denied.id()).reason()).isEqualTo("no room");
    }

    @Test
    @DisplayName("comments of decisions are at most 500 characters")
    void comments() {
        var id = desk.handedOver(ANN, "603").id();

        assertThat(Refusals.of(() -> desk.decisions.approve(ADMIN, id, "x".repeat(501))))
                .isEqualTo("VALIDATION_ERROR comment");
        assertThat(Refusals.of(() -> desk.decisions.deny(ADMIN, id, "x".repeat(501))))
                .isEqualTo("VALIDATION_ERROR comment");
        assertThat(Refusals.of(() -> desk.decisions.retry(ADMIN, id, "x".repeat(501))))
                .isEqualTo("VALIDATION_ERROR comment");
        desk.decisions.approve(ADMIN, id, "x".repeat(500));
        assertThat(desk.state(id)).isEqualTo("approved/submitted");
    }

    @Test
    @DisplayName("what does not exist cannot be decided")
    void unknown() {
        assertThat(Refusals.of(() -> desk.decisions.cancel(ADMIN, "req_no"))).isEqualTo("NOT_FOUND req_no");
        assertThat(Refusals.of(() -> desk.decisions.approve(ADMIN, "req_no", null)))
                .isEqualTo("NOT_FOUND req_no");
        assertThat(Refusals.of(() -> desk.decisions.deny(ADMIN, "req_no", null)))
                .isEqualTo("NOT_FOUND req_no");
        assertThat(Refusals.of(() -> desk.decisions.retry(ADMIN, "req_no", null)))
                .isEqualTo("NOT_FOUND req_no");
    }

    @Test
    @DisplayName("a failed request is tried again on the admin's word, and nothing else is")
    void retry() {
        var id = desk.refused(ANN, "603").id();
        assertThat(Refusals.of(() -> desk.decisions.approve(ADMIN, id, null)))
                .isEqualTo("INVALID_STATE pending/failed");

        assertThat(desk.decisions.retry(ADMIN, id, "once more").stage()).isEqualTo(RequestStage.QUEUED);

        desk.awaitStage(id, RequestStage.SUBMITTED);
        assertThat(desk.now(id).reason()).isNull();
        assertThat(desk.requests.show(ANN, id).statusHistory().get(3).comment()).isEqualTo("once more");
        assertThat(Refusals.of(() -> desk.decisions.retry(ADMIN, id, null)))
                .isEqualTo("INVALID_STATE pending/submitted");
        assertThat(desk.history(id))
                .containsExactly(
                        "pending/queued by name of ann",
                        "pending/processing by MediaNest",
                        "pending/failed by MediaNest",
                        "pending/queued by The owner",
                        "pending/processing by MediaNest",
                        "pending/submitted by Overseerr");
    }

    @Test
    @DisplayName("a failed request whose title was asked for again meanwhile stays failed")
    void retryTooLate() {
        var failed = desk.refused(ANN, "603").id();
        desk.requests.make(BOB, film("603"));

        assertThat(Refusals.of(() -> desk.decisions.retry(ADMIN, failed, null))).startsWith("ALREADY_REQUESTED");
        assertThat(desk.state(failed)).isEqualTo("pending/failed");
    }

    @Test
    @DisplayName("a wish that is taken back while it is handed over is taken back there too")
    void cancelInFlight() {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        desk.backend.beforeSubmit = () -> {
            begun.countDown();
            Latches.await(goOn);
        };
        var id = desk.requests.make(ANN, film("603")).id();
        Latches.await(begun);

        desk.decisions.cancel(ANN, id);
        goOn.countDown();

        Await.until("the backend is told", () -> desk.backend.told.equals(List.of("decline 1")));
        assertThat(desk.state(id)).isEqualTo("cancelled/done");
        assertThat(desk.now(id).overseerrId()).isEqualTo("1");
    }

    @Test
    @DisplayName("an approval that is given while the wish is handed over reaches the backend as well")
    void approveInFlight() {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        desk.backend.beforeSubmit = () -> {
            begun.countDown();
            Latches.await(goOn);
        };
        var id = desk.requests.make(ANN, film("603")).id();
        Latches.await(begun);

        desk.decisions.approve(ADMIN, id, null);
        goOn.countDown();

        Await.until("the backend is told", () -> desk.backend.told.equals(List.of("approve 1")));
        desk.awaitStage(id, RequestStage.SUBMITTED);
        assertThat(desk.state(id)).isEqualTo("approved/submitted");
        assertThat(desk.backend.attempts).hasValue(1);
    }

    @Test
    @DisplayName("without a backend the admin decides, an admin's own wish needs no yes, and the library completes")
    void withoutBackend() {
        desk.backend.configured = false;
        var ofAnn = desk.requests.make(ANN, film("603")).id();
        var ofAdmin = desk.requests.make(ADMIN, film("604")).id();
        assertThat(desk.state(ofAdmin)).isEqualTo("approved/processing");
        assertThat(desk.state(ofAnn)).isEqualTo("pending/queued");

        desk.decisions.approve(ADMIN, ofAnn, null);
        assertThat(desk.state(ofAnn)).isEqualTo("approved/processing");
        desk.feature.arrived(List.of(filmKey("603"), filmKey("999")));

        assertThat(desk.state(ofAnn)).isEqualTo("available/done");
        assertThat(desk.state(ofAdmin)).isEqualTo("approved/processing");
        assertThat(desk.history(ofAnn).getLast()).isEqualTo("available/done by Plex");
        assertThat(desk.backend.attempts).hasValue(0);
        assertThat(Refusals.of(() -> desk.requests.make(BOB, film("603")))).startsWith("ALREADY_REQUESTED");
    }
}
