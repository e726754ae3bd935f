package io.medianest.desktop.api;

import io.medianest.model.account.ApiToken;
import io.medianest.model.account.Pairing;
import io.medianest.model.account.SessionInfo;
import java.net.URI;

/// How this window becomes a device of another server. The methods block and throw [ApiException].
public final class Pairings {
    private Pairings() {}

    /// Gives a code that an admin shows for a token of this window's own.
    ///
    /// @param device by which people will know the token
    /// @return the token
    public static String pair(URI server, String code, String device) {
        try (var calls = new HttpCalls(new ServerConnection(server, ""))) {
            ApiToken made = calls.post(Address.of("auth/pair"), new Pairing(code, device), ApiToken.class);
            String token = made.token();
            if (token == null) {
                throw ApiException.unexpected(new IllegalStateException("The server made a token without a secret"));
            }
            return token;
        }
    }

    /// Whether the server still knows this token.
    public static SessionInfo check(URI server, String token) {
        try (var calls = new HttpCalls(new ServerConnection(server, token))) {
            return calls.get(Address.of("auth/session"), SessionInfo.class);
        }
    }
}
