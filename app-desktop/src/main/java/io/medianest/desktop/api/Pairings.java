package io.medianest.desktop.api;

import io.medianest.model.account.ApiToken;
import io.medianest.model.account.NewPlexPin;
import io.medianest.model.account.Pairing;
import io.medianest.model.account.PlexPin;
import io.medianest.model.account.PlexVerification;
import io.medianest.model.account.SessionInfo;
import io.medianest.model.account.SignIn;
import io.medianest.model.account.SignOut;
import io.medianest.model.api.ErrorCode;
import java.net.URI;
import java.util.Optional;

/// How this window becomes a device of another server. The methods block and throw [ApiException].
public final class Pairings {
    private Pairings() {}

    /// Gives a code that an admin shows for a token of this window's own.
    ///
    /// @param device by which people will know the token
    public static Admission pair(URI server, String code, String device) {
        try (var calls = new HttpCalls(new ServerConnection(server, ""))) {
            ApiToken made = calls.post(Address.of("auth/pair"), new Pairing(code, device), ApiToken.class);
            String token = made.token();
            if (token == null) {
                throw ApiException.unexpected(new IllegalStateException("The server made a token without a secret"));
            }
            return new Admission(token, made.id());
        }
    }

    /// Begins to sign in with Plex: the person says yes on a page of Plex.
    ///
    /// @param device by which Plex and people will know this window
    public static PlexPin beginPlex(URI server, String device) {
        try (var calls = new HttpCalls(new ServerConnection(server, ""))) {
            return calls.post(Address.of("auth/plex/pin"), new NewPlexPin(device), PlexPin.class);
        }
    }

    /// Whether the person has said yes.
    ///
    /// @return empty as long as they have not
    public static Optional<Admission> endPlex(URI server, PlexPin pin) {
        try (var calls = new HttpCalls(new ServerConnection(server, ""))) {
            var verification = new PlexVerification(pin.id(), true);
            var signedIn = calls.post(Address.of("auth/plex/verify"), verification, SignIn.class);
            return Optional.of(new Admission(signedIn.token(), null));
        } catch (ApiException e) {
            if (e.code() == ErrorCode.PIN_NOT_AUTHORIZED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /// Has the server let this window in no more.
    public static void leave(URI server, Admission admission) {
        try (var calls = new HttpCalls(new ServerConnection(server, admission.token()))) {
            String id = admission.id();
            if (id == null) {
                calls.post(Address.of("auth/logout"), new SignOut(null));
            } else {
                new HttpTokenApi(calls).endOwnSession(id);
            }
        }
    }

    /// Whether the server still knows this token.
    public static SessionInfo check(URI server, String token) {
        try (var calls = new HttpCalls(new ServerConnection(server, token))) {
            return calls.get(Address.of("auth/session"), SessionInfo.class);
        }
    }
}
