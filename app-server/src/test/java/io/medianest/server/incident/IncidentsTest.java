package io.medianest.server.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medianest.model.account.Role;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.api.PageQuery;
import io.medianest.model.event.ServerEvent;
import io.medianest.model.status.Incident;
import io.medianest.model.status.IncidentDetails;
import io.medianest.model.status.IncidentState;
import io.medianest.model.status.IncidentStep;
import io.medianest.server.incident.Incidents.Filter;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.security.Caller;
import java.time.Duration;
import java.util.ArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IncidentsTest {
    private static final Caller ALEX =
            new Caller("usr_alex", "alex", Role.ADMIN, null, null, Caller.Credential.API_TOKEN);
    private static final Problem DOWN = new Problem("down:plex", "Plex does not answer", "refused", "plex");
    private static final Problem DISK = new Problem("disk", "The disk is almost full", null, null);
    private static final PageQuery FIRST = new PageQuery(1, 20);

    private final IncidentDesk desk = new IncidentDesk();
    private final Incidents incidents = desk.incidents;

    @AfterEach
    void close() {
        desk.close();
    }

    private String openId() {
        return incidents.open().getFirst().id();
    }

    private IncidentDetails latest() {
        return incidents.page(Filter.ALL, FIRST).incidents().getFirst();
    }

    @Test
    @DisplayName("the same problem is one incident, however often it is found; everybody is told once")
    void once() {
        incidents.open(DOWN);
        incidents.open(DOWN);
        incidents.open(DISK);

        assertThat(incidents.open())
                .extracting(Incident::title)
                .containsExactlyInAnyOrder("Plex does not answer", "The disk is almost full");
        assertThat(desk.news()).containsExactly("opened Plex does not answer", "opened The disk is almost full");
        assertThat(desk.told.getFirst())
                .isInstanceOfSatisfying(
                        ServerEvent.IncidentOpened.class,
                        opened -> assertThat(opened.incident())
                                .isEqualTo(new Incident(
                                        opened.incident().id(),
                                        "Plex does not answer",
                                        "refused",
                                        "plex",
                                        desk.clock.instant())));
    }

    @Test
    @DisplayName("it ends by itself when all is well, and the next one is another")
    void settles() {
        incidents.settle("down:plex");
        assertThat(desk.told).isEmpty();
        incidents.open(DOWN);
        var began = desk.clock.instant();
        desk.clock.advance(Duration.ofMinutes(5));
        incidents.settle("down:plex");
        incidents.settle("down:plex");

        assertThat(incidents.open()).isEmpty();
        assertThat(latest().incident().state()).isEqualTo(IncidentState.RESOLVED);
        assertThat(latest().incident().resolvedAt()).isEqualTo(desk.clock.instant());
        assertThat(latest().timeline())
                .containsExactly(
                        new IncidentStep(began, IncidentState.OPEN, null, null),
                        new IncidentStep(desk.clock.instant(), IncidentState.RESOLVED, null, null));
        assertThat(desk.news()).containsExactly("opened Plex does not answer", "resolved Plex does not answer");

        incidents.open(DOWN);
        assertThat(incidents.page(Filter.ALL, FIRST).pagination().totalItems()).isEqualTo(2);
    }

    @Test
    @DisplayName("an admin takes note of it, and calls it over; who and why is kept")
    void byHand() {
        incidents.open(DOWN);
        var id = openId();
        var noted = incidents.acknowledge(ALEX, id, "on my way");
        assertThat(noted.incident().state()).isEqualTo(IncidentState.ACKNOWLEDGED);
        assertThat(incidents.open()).extracting(Incident::state).containsExactly(IncidentState.ACKNOWLEDGED);
        assertThat(refusal(() -> incidents.acknowledge(ALEX, id, null))).isEqualTo(ErrorCode.INVALID_STATE);

        var over = incidents.resolve(ALEX, id, "new cable");

        assertThat(over.incident().state()).isEqualTo(IncidentState.RESOLVED);
        assertThat(over.timeline()).extracting(IncidentStep::actor).containsExactly(null, "alex", "alex");
        assertThat(over.timeline()).extracting(IncidentStep::comment).containsExactly(null, "on my way", "new cable");
        assertThat(refusal(() -> incidents.resolve(ALEX, id, null))).isEqualTo(ErrorCode.INVALID_STATE);
        assertThat(refusal(() -> incidents.acknowledge(ALEX, id, null))).isEqualTo(ErrorCode.INVALID_STATE);
        assertThat(desk.news()).containsExactly("opened Plex does not answer", "resolved Plex does not answer");
    }

    @Test
    @DisplayName("what does not exist is not found, and a comment has an end")
    void refused() {
        incidents.open(DOWN);
        assertThat(refusal(() -> incidents.acknowledge(ALEX, "inc_none", null))).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(refusal(() -> incidents.resolve(ALEX, "inc_none", null))).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(refusal(() -> incidents.acknowledge(ALEX, openId(), "x".repeat(501))))
                .isEqualTo(ErrorCode.VALIDATION_ERROR);
        assertThat(incidents.open()).extracting(Incident::state).containsExactly(IncidentState.OPEN);
    }

    @Test
    @DisplayName("they are listed the latest first, those that go on or those that are over")
    void lists() {
        incidents.open(DOWN);
        desk.clock.advance(Duration.ofMinutes(1));
        incidents.open(DISK);
        incidents.settle("down:plex");

        assertThat(incidents.page(Filter.ALL, new PageQuery(1, 1)).incidents())
                .extracting(details -> details.incident().title())
                .containsExactly("The disk is almost full");
        assertThat(incidents.page(Filter.ALL, new PageQuery(2, 1)).incidents())
                .extracting(details -> details.incident().title())
                .containsExactly("Plex does not answer");
        assertThat(incidents.page(Filter.OPEN, FIRST).incidents())
                .extracting(details -> details.incident().title())
                .containsExactly("The disk is almost full");
        assertThat(incidents.page(Filter.RESOLVED, FIRST).pagination().totalItems())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("what was over 90 days ago is forgotten with its steps; what goes on is not")
    void prune() {
        incidents.open(DOWN);
        incidents.open(DISK);
        incidents.settle("down:plex");
        desk.clock.advance(Duration.ofDays(90));
        incidents.prune();
        assertThat(incidents.page(Filter.ALL, FIRST).incidents()).hasSize(2);

        desk.clock.advance(Duration.ofSeconds(1));
        incidents.prune();

        assertThat(incidents.page(Filter.ALL, FIRST).incidents())
                .extracting(details -> details.incident().title())
                .containsExactly("The disk is almost full");
    }

    private static ErrorCode refusal(ThrowingCallable work) {
        var codes = new ArrayList<ErrorCode>();
        assertThatThrownBy(work).isInstanceOfSatisfying(MediaNestException.class, e -> codes.add(e.code()));
        return codes.getFirst();
    }
}
