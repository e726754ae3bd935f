package io.medianest.desktop.api;

import io.medianest.model.account.ManagedUser;
import io.medianest.model.account.UserChange;
import io.medianest.model.account.UserPage;

/// The people of the household over HTTP.
final class HttpPeopleApi implements PeopleApi {
    private final HttpCalls calls;

    HttpPeopleApi(HttpCalls calls) {
        this.calls = calls;
    }

    @Override
    public UserPage page(Page page) {
        return calls.get(
                Address.of("admin/users").with("page", page.number()).with("limit", page.limit()), UserPage.class);
    }

    @Override
    public ManagedUser change(String id, UserChange change) {
        return calls.patch(Address.of("admin/users", id), change, ManagedUser.class);
    }

    @Override
    public void delete(String id) {
        calls.delete(Address.of("admin/users", id));
    }
}
