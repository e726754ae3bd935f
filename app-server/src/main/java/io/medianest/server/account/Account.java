package io.medianest.server.account;

import io.medianest.model.account.Role;
import io.medianest.model.account.UserStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A person as they are stored.
///
/// @param plexToken sealed
/// @param preferences as JSON
/// @param downloadsNeedApproval whether an admin has to say yes to each of their downloads
public record Account(
        String id,
        String username,
        @Nullable String email,
        @Nullable String thumb,
        Role role,
        UserStatus status,
        @Nullable String plexId,
        @Nullable String plexToken,
        String preferences,
        boolean downloadsNeedApproval,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant lastLoginAt) {

    /// The same person with other rights.
    Account with(Role newRole, UserStatus newStatus, Instant now) {
        return new Account(
                id,
                username,
                email,
                thumb,
                newRole,
                newStatus,
                plexId,
                plexToken,
                preferences,
                downloadsNeedApproval,
                createdAt,
                now,
                lastLoginAt);
    }

    /// The same person, whose downloads need somebody's yes or not.
    Account withDownloads(boolean needApproval) {
        return new Account(
                id,
                username,
                email,
                thumb,
                role,
                status,
                plexId,
                plexToken,
                preferences,
                needApproval,
                createdAt,
                updatedAt,
                lastLoginAt);
    }

    /// The same person after a sign-in with Plex, which knows their address and picture better.
    Account signedIn(PlexAccounts.PlexAccount plex, String sealedToken, Instant now) {
        return new Account(
                id,
                username,
                plex.email() == null ? email : plex.email(),
                plex.thumb() == null ? thumb : plex.thumb(),
                role,
                status,
                plex.id(),
                sealedToken,
                preferences,
                downloadsNeedApproval,
                createdAt,
                now,
                now);
    }
}
