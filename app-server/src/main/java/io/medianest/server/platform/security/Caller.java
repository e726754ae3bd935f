package io.medianest.server.platform.security;

import io.medianest.model.account.Role;
import org.jspecify.annotations.Nullable;

/// Who is asking, as established from their credentials.
///
/// @param plexId of the linked Plex account
/// @param sessionId of the sign-in session; absent for API tokens and the program's own window
public record Caller(
        String userId,
        String username,
        Role role,
        @Nullable String plexId,
        @Nullable String sessionId,
        Credential credential) {

    public boolean isAdmin() {
        return role == Role.ADMIN;
    }

    /// How somebody showed who they are.
    public enum Credential {
        /// The cookie that browsers send by themselves, wherefore changes need a CSRF token.
        COOKIE,
        /// A session's JWT in the `Authorization` header.
        BEARER,
        /// A named token of a device or script.
        API_TOKEN,
        /// The program's own window.
        WINDOW
    }
}
