package io.medianest.server.account;

import io.medianest.server.platform.Secret;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What signing in needs from plex.tv. Outages come as `MediaNestException` with an outage code.
public interface PlexAccounts {
    /// Makes a strong PIN for the person to authorise.
    ///
    /// @param clientName what Plex shows as the one that asks
    NewPin createPin(String clientName);

    /// Asks how far a PIN has come.
    ///
    /// @param pinId plex.tv's number of it
    PinState pin(long pinId);

    /// Whose token it is.
    PlexAccount user(Secret token);

    /// What the account may do on a server.
    Access access(Secret token, String machineIdentifier);

    /// A PIN that was made.
    ///
    /// @param id plex.tv's number, which never leaves the server
    /// @param authUrl the page where the person authorises it
    record NewPin(long id, String code, String authUrl, Duration expiresIn) {}

    /// A Plex account.
    ///
    /// @param username may be blank
    record PlexAccount(
            String id,
            String username,
            @Nullable String email,
            @Nullable String thumb) {}

    /// How far a PIN has come.
    sealed interface PinState {
        /// The person has not authorised it yet.
        record Waiting() implements PinState {}

        /// The person has authorised it.
        record Authorised(Secret token) implements PinState {}

        /// plex.tv does not know it any more.
        record Gone() implements PinState {}
    }

    /// What an account is to a server.
    enum Access {
        OWNED,
        SHARED,
        NONE
    }
}
