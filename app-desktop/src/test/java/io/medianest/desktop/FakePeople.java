package io.medianest.desktop;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.Page;
import io.medianest.desktop.api.PeopleApi;
import io.medianest.model.account.ManagedUser;
import io.medianest.model.account.Preferences;
import io.medianest.model.account.Quotas;
import io.medianest.model.account.Role;
import io.medianest.model.account.User;
import io.medianest.model.account.UserChange;
import io.medianest.model.account.UserPage;
import io.medianest.model.account.UserStatistics;
import io.medianest.model.account.UserStatus;
import io.medianest.model.api.PageQuery;
import io.medianest.model.api.Pagination;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// People that live in memory. Not thread-safe.
public final class FakePeople implements PeopleApi {
    /// Every call, in words, oldest first.
    public final List<String> calls = new ArrayList<>();

    private final List<ManagedUser> all = new ArrayList<>(List.of(
            person("usr_1", "You", Role.ADMIN, UserStatus.ACTIVE),
            person("usr_2", "Mia", Role.USER, UserStatus.ACTIVE),
            person("usr_3", "Jonas", Role.USER, UserStatus.PENDING),
            person("usr_4", "Uncle Theo", Role.USER, UserStatus.SUSPENDED)));
    private @Nullable ApiException failure;

    private static ManagedUser person(String id, String name, Role role, UserStatus status) {
        var user = new User(
                id,
                name,
                name.equals("Mia") ? "mia@example.org" : null,
                null,
                role,
                null,
                Preferences.NONE,
                new UserStatistics(12, 9, 4),
                FakeApi.NOW.minusSeconds(86_400),
                FakeApi.NOW,
                status == UserStatus.PENDING ? null : FakeApi.NOW.minusSeconds(3_600));
        return new ManagedUser(user, status, false, Quotas.NONE);
    }

    public ManagedUser get(String id) {
        return all.stream()
                .filter(person -> person.user().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /// Makes every call fail from now on; null ends that.
    public void failWith(@Nullable ApiException problem) {
        failure = problem;
    }

    private void called(String what) {
        calls.add(what);
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public UserPage page(Page page) {
        called("page " + page.number());
        return new UserPage(List.copyOf(all), Pagination.of(new PageQuery(1, 100), all.size()));
    }

    @Override
    public ManagedUser change(String id, UserChange change) {
        called("change " + id);
        var before = get(id);
        var user = before.user();
        var after = new ManagedUser(
                new User(
                        user.id(),
                        user.username(),
                        user.email(),
                        user.thumb(),
                        change.role() == null ? user.role() : change.role(),
                        user.plexId(),
                        user.preferences(),
                        user.statistics(),
                        user.createdAt(),
                        user.updatedAt(),
                        user.lastLoginAt()),
                change.status() == null ? before.status() : change.status(),
                change.downloadsNeedApproval() == null
                        ? before.downloadsNeedApproval()
                        : change.downloadsNeedApproval(),
                change.quotas() == null ? before.quotas() : change.quotas());
        all.set(all.indexOf(before), after);
        return after;
    }

    @Override
    public void delete(String id) {
        called("delete " + id);
        all.remove(get(id));
    }
}
