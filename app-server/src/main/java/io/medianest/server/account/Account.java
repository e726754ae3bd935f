package io.medianest.server.account;

import io.medianest.model.account.Preferences;
import io.medianest.model.account.Quotas;
import io.medianest.model.account.Role;
import io.medianest.model.account.UserStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A person as they are stored.
///
/// @param plexToken sealed
/// @param preferences as JSON
/// @param downloadsNeedApproval whether an admin has to say yes to each of their downloads
/// @param requestsPerHour null for as many as everybody
/// @param downloadsPerHour null for as many as everybody
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
        @Nullable Instant lastLoginAt,
        @Nullable Integer requestsPerHour,
        @Nullable Integer downloadsPerHour) {

    /// Somebody who has just come and chosen nothing yet.
    static Account newcomer(
            String id, String username, Role role, UserStatus status, @Nullable String plexId, Instant now) {
        return new Account(
                id,
                username,
                null,
                null,
                role,
                status,
                plexId,
                null,
                Users.NO_PREFERENCES,
                false,
                now,
                now,
                null,
                null,
                null);
    }

    /// What differs for this person from what holds for all.
    public Quotas quotas() {
        return new Quotas(requestsPerHour, downloadsPerHour);
    }

    /// What this person has chosen; the defaults where it cannot be read.
    public Preferences chosen() {
        return Users.preferences(this);
    }

    /// The same person with other rights.
    Account with(Role newRole, UserStatus newStatus, Quotas newQuotas, boolean needApproval, Instant now) {
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
                needApproval,
                createdAt,
                now,
                lastLoginAt,
                newQuotas.requestsPerHour(),
                newQuotas.downloadsPerHour());
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
                now,
                requestsPerHour,
                downloadsPerHour);
    }
}
