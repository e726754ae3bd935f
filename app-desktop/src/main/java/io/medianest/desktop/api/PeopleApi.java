package io.medianest.desktop.api;

import io.medianest.model.account.ManagedUser;
import io.medianest.model.account.UserChange;
import io.medianest.model.account.UserPage;

/// The part of the server's API that is about the people of the household; for admins. As with all of [MediaNestApi],
/// the methods block, are thread-safe and throw [ApiException].
public interface PeopleApi {
    /// People in the order in which they came.
    UserPage page(Page page);

    ManagedUser change(String id, UserChange change);

    /// Removes somebody with all their sessions and tokens.
    void delete(String id);
}
