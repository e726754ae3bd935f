package io.medianest.server.live;

import io.medianest.server.platform.socketio.Handshake;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a client showed when it connected.
///
/// @param bearer of the auth payload, else of the `Authorization` header
/// @param cookie of the session
record Credentials(@Nullable String bearer, @Nullable String cookie) {
    private static final String SCHEME = "Bearer ";
    private static final String COOKIE = "medianest_session=";

    static Credentials of(Handshake handshake) {
        return new Credentials(
                token(handshake).or(() -> header(handshake)).orElse(null),
                cookie(handshake).orElse(null));
    }

    private static Optional<String> token(Handshake handshake) {
        return Optional.ofNullable(handshake.auth().path("token").textValue()).filter(token -> !token.isBlank());
    }

    private static Optional<String> header(Handshake handshake) {
        return Optional.ofNullable(handshake.request().header("Authorization"))
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(value -> value.substring(SCHEME.length()).strip());
    }

    private static Optional<String> cookie(Handshake handshake) {
        return Optional.ofNullable(handshake.request().header("Cookie"))
                .flatMap(cookies -> Arrays.stream(cookies.split(";", -1))
                        .map(String::strip)
                        .filter(cookie -> cookie.startsWith(COOKIE))
                        .map(cookie -> cookie.substring(COOKIE.length()))
                        .findFirst());
    }
}
