package io.medianest.desktop.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakeApi;
import io.medianest.desktop.FakeEvents;
import io.medianest.desktop.FakeNotices;
import io.medianest.desktop.ui.Async;
import io.medianest.model.account.User;
import io.medianest.model.status.Incident;
import io.medianest.model.status.IncidentState;
import io.medianest.model.status.IncidentStep;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IncidentsViewModelTest {
    private final FakeApi api = new FakeApi();
    private final FakeNotices notices = new FakeNotices();
    private final SimpleObjectProperty<@Nullable User> me = new SimpleObjectProperty<>(api.user());
    private final StatusViewModel screen = new StatusViewModel(
            api,
            new FakeEvents(),
            new Async(Runnable::run, Runnable::run, _ -> {}),
            notices,
            me,
            Clock.fixed(FakeApi.NOW, ZoneOffset.UTC));
    private final IncidentsViewModel model = screen.incidents();

    @BeforeEach
    void trouble() {
        api.operations.wrong("inc_1", "TMDB answers slowly", "812 ms", "tmdb", Duration.ofMinutes(30));
        api.maintenance.add(new Incident("kuma-maintenance-1", "New disks", null, null, FakeApi.NOW.plusSeconds(90)));
    }

    @Test
    @DisplayName("what is wrong comes first, with the service and its course; then what is announced")
    void order() {
        screen.start();
        assertThat(model.troubles()).extracting(Trouble::id).containsExactly("inc_1", "kuma-maintenance-1");
        Trouble wrong = model.troubles().getFirst();
        assertThat(wrong.service()).isNotNull();
        assertThat(wrong.course()).extracting(IncidentStep::state).containsExactly(IncidentState.OPEN);
        assertThat(wrong.mayBeAcknowledged()).isTrue();
        assertThat(model.troubles().getLast().mayBeResolved()).isFalse();
    }

    @Test
    @DisplayName("the list that is listened to stays for as long as the screen does")
    void sameList() {
        assertThat(model.troubles()).isSameAs(model.troubles());
    }

    @Test
    @DisplayName("whoever keeps nothing sees it and decides nothing")
    void onlooker() {
        me.set(null);
        screen.start();
        assertThat(model.troubles()).hasSize(2).noneMatch(Trouble::mayBeResolved);
        assertThat(api.calls).doesNotContain("openIncidents", "breakers");
    }

    @Test
    @DisplayName("acknowledging with a word stays in its course, and cannot be done twice")
    void acknowledge() {
        screen.start();
        model.acknowledge(model.troubles().getFirst(), "  I look at the router ");
        assertThat(api.calls).contains("acknowledge inc_1 I look at the router");
        assertThat(notices.said).containsExactly("status.done.acknowledged");
        Trouble now = model.troubles().getFirst();
        assertThat(now.mayBeAcknowledged()).isFalse();
        assertThat(now.mayBeResolved()).isTrue();
        assertThat(now.course()).extracting(IncidentStep::comment).containsExactly(null, "I look at the router");
    }

    @Test
    @DisplayName("what is called over goes; what somebody else had settled is told, and goes as well")
    void resolve() {
        screen.start();
        Trouble wrong = model.troubles().getFirst();
        model.resolve(wrong, "");
        assertThat(api.calls).contains("resolve inc_1 null");
        assertThat(model.troubles()).extracting(Trouble::id).containsExactly("kuma-maintenance-1");
        model.resolve(wrong, "again");
        assertThat(notices.said).containsExactly("status.done.resolved", "NOT_FOUND");
    }
}
