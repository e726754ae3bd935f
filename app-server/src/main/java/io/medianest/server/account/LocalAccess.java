package io.medianest.server.account;

import io.medianest.server.platform.Secret;
import io.medianest.server.platform.security.OpaqueTokens;
import org.jspecify.annotations.Nullable;

/// The ways in of the local owner, who needs no sign-in.
///
/// @param ownerId who the local owner is
/// @param window what the program's own window shows; lives in memory only, and as long as the program runs
/// @param adminToken for scripts and servers without a window
record LocalAccess(String ownerId, Secret window, @Nullable Secret adminToken) {
    public static final int SHORTEST_ADMIN_TOKEN = 32;

    /// @throws IllegalArgumentException for an admin token that could be guessed
    public LocalAccess {
        if (adminToken != null && adminToken.reveal().length() < SHORTEST_ADMIN_TOKEN) {
            throw new IllegalArgumentException(
                    "admin.token must have at least %d characters".formatted(SHORTEST_ADMIN_TOKEN));
        }
    }

    /// Access with a new credential for the window.
    public static LocalAccess fresh(String ownerId, OpaqueTokens tokens, @Nullable Secret adminToken) {
        return new LocalAccess(ownerId, new Secret(tokens.next("win_")), adminToken);
    }
}
