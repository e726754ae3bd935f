package io.medianest.desktop.api;

import io.medianest.model.account.ApiToken;
import io.medianest.model.account.ApiTokenList;
import io.medianest.model.account.NewApiToken;
import io.medianest.model.account.SessionList;

/// The part of the server's API that is about tokens of devices and about where oneself is signed in. As with all of
/// [MediaNestApi], the methods block, are thread-safe and throw [ApiException].
public interface TokenApi {
    /// All tokens, without their secrets; for admins.
    ApiTokenList list();

    /// A new one, with its secret: it is never shown again. For admins.
    ApiToken make(NewApiToken wish);

    /// Whatever uses it is refused from now on; for admins.
    void revoke(String id);

    /// Where oneself is signed in.
    SessionList ownSessions();

    /// Signs one of one's own devices out.
    void endOwnSession(String id);
}
