package io.medianest.server.account;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.security.Caller;
import io.medianest.server.platform.security.Caller.Credential;
import io.medianest.server.platform.security.CredentialCheck;
import io.medianest.server.platform.security.SessionTokens;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Establishes who is asking, in this order: credentials there, well formed and ours, not expired; person
/// known and let in; session still standing. Thread-safe.
public final class CredentialChecks implements CredentialCheck {
    private final Accounts accounts;
    private final Sessions sessions;
    private final ApiTokens apiTokens;
    private final SessionTokens sessionTokens;
    private final LocalAccess local;

    public CredentialChecks(
            Accounts accounts, Sessions sessions, ApiTokens apiTokens, SessionTokens sessionTokens, LocalAccess local) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.apiTokens = apiTokens;
        this.sessionTokens = sessionTokens;
        this.local = local;
    }

    @Override
    public Caller check(@Nullable String bearer, @Nullable String cookie) {
        if (bearer != null) {
            return checkBearer(bearer);
        }
        if (cookie != null) {
            return checkSession(cookie, Credential.COOKIE);
        }
        throw new MediaNestException(ErrorCode.UNAUTHORIZED, "Authentication required");
    }

    private Caller checkBearer(String bearer) {
        if (local.window().matches(bearer)) {
            return caller(accounts.admitted(local.ownerId()), null, Credential.WINDOW);
        }
        if (isAdminToken(bearer)) {
            return caller(accounts.admitted(local.ownerId()), null, Credential.API_TOKEN);
        }
        if (bearer.startsWith(ApiTokens.PREFIX)) {
            return caller(accounts.admitted(apiTokens.use(bearer)), null, Credential.API_TOKEN);
        }
        return checkSession(bearer, Credential.BEARER);
    }

    private boolean isAdminToken(String bearer) {
        return local.adminToken() != null && local.adminToken().matches(bearer);
    }

    private Caller checkSession(String token, Credential credential) {
        var claims = sessionTokens.read(token);
        var account = accounts.admitted(claims.userId());
        sessions.use(claims.sessionId(), claims.userId());
        return caller(account, claims.sessionId(), credential);
    }

    private static Caller caller(Account account, @Nullable String sessionId, Credential credential) {
        return new Caller(account.id(), account.username(), account.role(), account.plexId(), sessionId, credential);
    }

    /// The local owner, if this is what the program's own window shows.
    Optional<String> windowOwner(String bearer) {
        return local.window().matches(bearer) ? Optional.of(local.ownerId()) : Optional.empty();
    }

    /// When what a caller came with ends if it is not used meanwhile; empty for what has no end.
    ///
    /// @param bearer as it was checked
    public Optional<Instant> endOf(Caller caller, @Nullable String bearer) {
        if (caller.sessionId() != null) {
            return sessions.endOf(caller.sessionId());
        }
        return bearer != null && bearer.startsWith(ApiTokens.PREFIX) && !isAdminToken(bearer)
                ? apiTokens.endOf(bearer)
                : Optional.empty();
    }
}
