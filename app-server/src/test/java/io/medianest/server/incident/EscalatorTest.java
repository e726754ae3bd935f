package io.medianest.server.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.account.Role;
import io.medianest.model.api.PageQuery;
import io.medianest.model.status.Escalation;
import io.medianest.model.status.Incident;
import io.medianest.model.status.IncidentStep;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.security.Caller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EscalatorTest {
    private static final Caller MIA = new Caller("usr_mia", "mia", Role.ADMIN, null, null, Caller.Credential.WINDOW);

    private final IncidentDesk desk = new IncidentDesk();
    private final List<String> carried = new ArrayList<>();
    private final Set<String> silenced = new HashSet<>();
    private final Escalator escalator = new Escalator(
            desk.database,
            new Escalations() {
                @Override
                public void tellAdmins(Tx tx, Incident incident) {
                    carried.add("admins: " + incident.title());
                }

                @Override
                public void sendOut(Tx tx, Incident incident) {
                    carried.add("outside: " + incident.title());
                }
            },
            desk.clock);

    @AfterEach
    void close() {
        desk.close();
    }

    private void later(Duration time) {
        desk.clock.advance(time);
        escalator.look(IncidentDesk.RULES, silenced::contains);
    }

    private String opened() {
        desk.incidents.open(new Problem("down:plex", "Plex does not answer", null, "plex"));
        return desk.incidents.open().getFirst().id();
    }

    @Test
    @DisplayName("what nobody looks after is carried to the admins, then out of the house, each once, and says so")
    void steps() {
        opened();
        later(Duration.ofSeconds(59));
        assertThat(carried).isEmpty();
        later(Duration.ofSeconds(1));
        later(Duration.ofMinutes(8));
        assertThat(carried).containsExactly("admins: Plex does not answer");

        later(Duration.ofMinutes(1));
        later(Duration.ofHours(1));

        assertThat(carried).containsExactly("admins: Plex does not answer", "outside: Plex does not answer");
        var timeline = desk.incidents
                .page(Incidents.Filter.OPEN, new PageQuery(1, 5))
                .incidents()
                .getFirst()
                .timeline();
        assertThat(timeline.stream().map(IncidentStep::escalation).filter(Objects::nonNull))
                .containsExactly(Escalation.ADMINS, Escalation.OUTSIDE);
    }

    @Test
    @DisplayName("what somebody looks after is carried no further, and what is over to nobody")
    void attended() {
        var id = opened();
        later(Duration.ofMinutes(1));
        desk.incidents.acknowledge(MIA, id, null);
        later(Duration.ofHours(1));
        desk.incidents.open(new Problem("disk", "The disk is almost full", null, null));
        desk.incidents.settle("disk");
        later(Duration.ofHours(1));

        assertThat(carried).containsExactly("admins: Plex does not answer");
    }

    @Test
    @DisplayName("a service under maintenance disturbs nobody until that is over")
    void silenced() {
        silenced.add("plex");
        opened();
        later(Duration.ofHours(1));
        assertThat(carried).isEmpty();

        silenced.clear();
        later(Duration.ofSeconds(30));
        assertThat(carried).hasSize(2);
    }
}
