package io.medianest.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakeApi;
import io.medianest.desktop.FakeNotices;
import io.medianest.desktop.FakePeople;
import io.medianest.desktop.QueuedExecutor;
import io.medianest.desktop.settings.PeopleViewModel.Kind;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Screen;
import io.medianest.model.account.ManagedUser;
import io.medianest.model.account.Quotas;
import io.medianest.model.account.Role;
import io.medianest.model.account.User;
import io.medianest.model.account.UserStatus;
import io.medianest.model.api.ErrorCode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PeopleViewModelTest {
    private static final Clock CLOCK = Clock.fixed(FakeApi.NOW, ZoneOffset.UTC);

    private final FakeApi server = new FakeApi();
    private final FakePeople api = server.people;
    private final FakeNotices notices = new FakeNotices();
    private final ReadOnlyObjectWrapper<@Nullable User> me = new ReadOnlyObjectWrapper<>(server.user());
    private final PeopleViewModel model = new PeopleViewModel(
            api, new Async(Runnable::run, Runnable::run, _ -> {}), notices, me.getReadOnlyProperty(), CLOCK);

    @BeforeEach
    void read() {
        model.read();
    }

    private List<ManagedUser> people() {
        return model.screenProperty().get() instanceof Screen.Content<List<ManagedUser>>(var people, var _)
                ? people
                : List.of();
    }

    private ManagedUser person(String id) {
        return people().stream()
                .filter(person -> person.user().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("who waits to be let in stands first, and comes in at a press")
    void admit() {
        assertThat(people().getFirst().user().username()).isEqualTo("Jonas");
        model.admit(person("usr_3"));

        assertThat(api.get("usr_3").status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(person("usr_3").status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(model.undoProperty().get()).isNull();
    }

    @Test
    @DisplayName("suspending and another role can be taken back")
    void undo() {
        model.suspend(person("usr_2"));
        assertThat(person("usr_2").status()).isEqualTo(UserStatus.SUSPENDED);
        assertThat(model.undoProperty().get())
                .extracting(PeopleViewModel.Undo::kind)
                .isEqualTo(Kind.SUSPENDED);
        model.undo();
        assertThat(api.get("usr_2").status()).isEqualTo(UserStatus.ACTIVE);

        model.setRole(person("usr_2"), Role.ADMIN);
        assertThat(api.get("usr_2").user().role()).isEqualTo(Role.ADMIN);
        model.undo();
        assertThat(person("usr_2").user().role()).isEqualTo(Role.USER);
        assertThat(model.undoProperty().get()).isNull();
    }

    @Test
    @DisplayName("a change says what was done, and taking it back touches nothing else")
    void kinds() {
        model.setRole(person("usr_4"), Role.ADMIN);
        assertThat(model.undoProperty().get())
                .extracting(PeopleViewModel.Undo::kind)
                .isEqualTo(Kind.ROLE);
        model.undo();
        assertThat(api.get("usr_4").status()).isEqualTo(UserStatus.SUSPENDED);
        assertThat(api.get("usr_4").user().role()).isEqualTo(Role.USER);

        model.admit(person("usr_4"));
        assertThat(model.undoProperty().get())
                .extracting(PeopleViewModel.Undo::kind)
                .isEqualTo(Kind.ADMITTED);
    }

    @Test
    @DisplayName("what is refused takes nothing back that was taken meanwhile")
    void refusedBesideAnother() {
        var io = new QueuedExecutor();
        var slow = new PeopleViewModel(
                api, new Async(io, Runnable::run, _ -> {}), notices, me.getReadOnlyProperty(), CLOCK);
        slow.read();
        io.runNext();
        var mia = api.get("usr_2");
        slow.suspend(mia);
        slow.setQuotas(mia, 7, null);
        api.failWith(FakeApi.problem(ErrorCode.INVALID_STATE));
        io.runNext();
        api.failWith(null);

        var now = slow.screenProperty().get() instanceof Screen.Content<List<ManagedUser>>(var all, var _)
                ? all.stream()
                        .filter(person -> person.user().id().equals("usr_2"))
                        .findFirst()
                        .orElseThrow()
                : mia;
        assertThat(now.status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(now.quotas()).isEqualTo(new Quotas(7, null));
    }

    @Test
    @DisplayName("what the server does not take goes back to how it was, and is said")
    void refused() {
        var before = person("usr_2");
        api.failWith(FakeApi.problem(ErrorCode.INVALID_STATE));
        model.suspend(before);

        assertThat(person("usr_2")).isEqualTo(before);
        assertThat(notices.said).hasSize(1);
    }

    @Test
    @DisplayName("quotas and approval change without a way back, and only where they are others")
    void small() {
        model.setQuotas(person("usr_2"), 5, null);
        model.setQuotas(person("usr_2"), 5, null);
        model.setApproval(person("usr_2"), true);

        assertThat(api.get("usr_2").quotas()).isEqualTo(new Quotas(5, null));
        assertThat(api.get("usr_2").downloadsNeedApproval()).isTrue();
        assertThat(api.calls).containsExactly("page 1", "change usr_2", "change usr_2");
        assertThat(model.undoProperty().get()).isNull();
    }

    @Test
    @DisplayName("who is deleted is gone, and one knows oneself")
    void delete() {
        assertThat(model.isMe(person("usr_1"))).isTrue();
        assertThat(model.isMe(person("usr_4"))).isFalse();
        model.delete(person("usr_4"));
        assertThat(people()).extracting(person -> person.user().id()).containsExactly("usr_3", "usr_1", "usr_2");
    }
}
