package io.medianest.desktop.settings;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.Page;
import io.medianest.desktop.api.PeopleApi;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Notices;
import io.medianest.desktop.ui.Screen;
import io.medianest.model.account.ManagedUser;
import io.medianest.model.account.Quotas;
import io.medianest.model.account.Role;
import io.medianest.model.account.User;
import io.medianest.model.account.UserChange;
import io.medianest.model.account.UserPage;
import io.medianest.model.account.UserStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The people of the household: who may come in, and what they may. A change shows at once and goes back when the
/// server does not take it; the last one can be undone where it hurts.
public final class PeopleViewModel {
    private static final int PAGE = 100;

    /// Far more than a household or a club: an end to asking for further pages.
    private static final int PAGES = 20;

    private static final Comparator<ManagedUser> WAITING_FIRST = Comparator.comparing(
                    (ManagedUser person) -> person.status() != UserStatus.PENDING)
            .thenComparing(person -> person.user().createdAt());

    private final PeopleApi api;
    private final Async async;
    private final Notices notices;
    private final ReadOnlyObjectProperty<@Nullable User> me;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Screen<List<ManagedUser>>> screen =
            new ReadOnlyObjectWrapper<>(Screen.loading());
    private final ReadOnlyObjectWrapper<@Nullable Undo> undo = new ReadOnlyObjectWrapper<>();
    private Instant readAt = Instant.EPOCH;

    /// The last change that can be taken back.
    ///
    /// @param before the person as they were
    /// @param after as they are now
    public record Undo(ManagedUser before, ManagedUser after) {
        /// What was done to them; where it was both, the role is what is told.
        public Kind kind() {
            if (before.user().role() != after.user().role()) {
                return Kind.ROLE;
            }
            return after.status() == UserStatus.SUSPENDED ? Kind.SUSPENDED : Kind.ADMITTED;
        }

        private UserChange back() {
            boolean role = before.user().role() != after.user().role();
            return new UserChange(
                    role ? before.user().role() : null,
                    before.status() == after.status() ? null : before.status(),
                    null,
                    null);
        }
    }

    /// What can be taken back.
    public enum Kind {
        ROLE,
        SUSPENDED,
        ADMITTED
    }

    public PeopleViewModel(
            PeopleApi api, Async async, Notices notices, ReadOnlyObjectProperty<@Nullable User> me, Clock clock) {
        this.api = api;
        this.async = async;
        this.notices = notices;
        this.me = me;
        this.clock = clock;
    }

    public void read() {
        undo.set(null);
        screen.set(screen.get().whileReading());
        async.latest(this, this::everybody)
                .then(this::show, problem -> screen.set(screen.get().afterFailure(problem, readAt)));
    }

    private List<ManagedUser> everybody() {
        var all = new ArrayList<ManagedUser>();
        for (int number = 1; number <= PAGES; number++) {
            UserPage page = api.page(new Page(number, PAGE));
            all.addAll(page.users());
            if (!page.pagination().hasNext()) {
                break;
            }
        }
        return all;
    }

    private void show(List<ManagedUser> all) {
        readAt = clock.instant();
        screen.set(Screen.of(all.stream().sorted(WAITING_FIRST).toList()));
    }

    /// Whether it is who is signed in here: they can do themselves no harm.
    public boolean isMe(ManagedUser person) {
        User mine = me.get();
        return mine != null && mine.id().equals(person.user().id());
    }

    /// Lets somebody in, who waited or was locked out.
    public void admit(ManagedUser person) {
        change(person, new UserChange(null, UserStatus.ACTIVE, null, null), person.status() == UserStatus.SUSPENDED);
    }

    /// Locks somebody out, at once and everywhere.
    public void suspend(ManagedUser person) {
        change(person, new UserChange(null, UserStatus.SUSPENDED, null, null), true);
    }

    public void setRole(ManagedUser person, Role role) {
        if (person.user().role() != role) {
            change(person, new UserChange(role, null, null, null), true);
        }
    }

    public void setApproval(ManagedUser person, boolean needed) {
        if (person.downloadsNeedApproval() != needed) {
            change(person, new UserChange(null, null, needed, null), false);
        }
    }

    /// Sets how much somebody may ask for in an hour; absent is as for all.
    public void setQuotas(ManagedUser person, @Nullable Integer requests, @Nullable Integer downloads) {
        var quotas = new Quotas(requests, downloads);
        if (!person.quotas().equals(quotas)) {
            change(person, new UserChange(null, null, null, quotas), false);
        }
    }

    private void change(ManagedUser before, UserChange wish, boolean hurts) {
        undo.set(null);
        replace(changed(before, wish));
        async.run(() -> api.change(before.user().id(), wish)).then(after -> done(before, after, hurts), problem -> {
            takeBack(before, wish);
            notices.problem(problem);
        });
    }

    /// What was refused goes back, and nothing else: another change may have been taken meanwhile.
    private void takeBack(ManagedUser before, UserChange wish) {
        var back = new UserChange(
                wish.role() == null ? null : before.user().role(),
                wish.status() == null ? null : before.status(),
                wish.downloadsNeedApproval() == null ? null : before.downloadsNeedApproval(),
                wish.quotas() == null ? null : before.quotas());
        people().stream()
                .filter(other -> isSame(before, other))
                .findFirst()
                .ifPresent(now -> replace(changed(now, back)));
    }

    private void done(ManagedUser before, ManagedUser after, boolean hurts) {
        replace(after);
        if (hurts) {
            undo.set(new Undo(before, after));
        }
    }

    /// Takes the last change back.
    public void undo() {
        Undo last = undo.get();
        if (last == null) {
            return;
        }
        undo.set(null);
        async.run(() -> api.change(last.before().user().id(), last.back())).then(this::replace, notices::problem);
    }

    /// Removes somebody for good.
    public void delete(ManagedUser person) {
        undo.set(null);
        async.run(() -> {
                    api.delete(person.user().id());
                    return person;
                })
                .then(this::gone, this::failed);
    }

    private void gone(ManagedUser person) {
        put(people().stream().filter(other -> !isSame(other, person)).toList());
    }

    private void failed(ApiException problem) {
        notices.problem(problem);
    }

    private void replace(ManagedUser now) {
        put(people().stream().map(other -> isSame(other, now) ? now : other).toList());
    }

    private static boolean isSame(ManagedUser one, ManagedUser other) {
        return one.user().id().equals(other.user().id());
    }

    private List<ManagedUser> people() {
        return screen.get() instanceof Screen.Content<List<ManagedUser>>(var people, var _) ? people : List.of();
    }

    private void put(List<ManagedUser> people) {
        screen.set(Screen.of(people));
    }

    private static ManagedUser changed(ManagedUser before, UserChange wish) {
        var user = before.user();
        var role = Objects.requireNonNullElse(wish.role(), user.role());
        return new ManagedUser(
                new User(
                        user.id(),
                        user.username(),
                        user.email(),
                        user.thumb(),
                        role,
                        user.plexId(),
                        user.preferences(),
                        user.statistics(),
                        user.createdAt(),
                        user.updatedAt(),
                        user.lastLoginAt()),
                Objects.requireNonNullElse(wish.status(), before.status()),
                Objects.requireNonNullElse(wish.downloadsNeedApproval(), before.downloadsNeedApproval()),
                Objects.requireNonNullElse(wish.quotas(), before.quotas()));
    }

    public ReadOnlyObjectProperty<Screen<List<ManagedUser>>> screenProperty() {
        return screen.getReadOnlyProperty();
    }

    /// Absent where there is nothing to take back.
    public ReadOnlyObjectProperty<@Nullable Undo> undoProperty() {
        return undo.getReadOnlyProperty();
    }
}
