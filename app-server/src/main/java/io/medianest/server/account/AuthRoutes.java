package io.medianest.server.account;

import io.medianest.model.account.NewPlexPin;
import io.medianest.model.account.Pairing;
import io.medianest.model.account.PlexPin;
import io.medianest.model.account.PlexVerification;
import io.medianest.model.account.SessionInfo;
import io.medianest.model.account.SignIn;
import io.medianest.model.account.SignOut;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.http.Access;
import io.medianest.server.platform.http.ApiRouting;
import io.medianest.server.platform.http.Exchange;
import io.medianest.server.platform.http.Gate;
import io.medianest.server.platform.http.RouteTable;
import io.medianest.server.platform.http.Routes;
import io.medianest.server.platform.qr.QrPicture;
import io.medianest.server.platform.security.Caller;
import io.medianest.server.platform.security.CsrfTokens;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// HTTP of signing in and out. Errors: see [PlexSignIn], [PairingCodes].
final class AuthRoutes implements Routes {
    private static final int LONGEST_CLIENT_NAME = 100;
    private static final int LONGEST_PIN_ID = 100;

    private final PlexSignIn plexSignIn;
    private final Sessions sessions;
    private final Accounts accounts;
    private final CredentialChecks credentials;
    private final PairingCodes pairingCodes;
    private final CsrfTokens csrf;
    private final Clock clock;

    public AuthRoutes(
            PlexSignIn plexSignIn,
            Sessions sessions,
            Accounts accounts,
            CredentialChecks credentials,
            PairingCodes pairingCodes,
            CsrfTokens csrf,
            Clock clock) {
        this.plexSignIn = plexSignIn;
        this.sessions = sessions;
        this.accounts = accounts;
        this.credentials = credentials;
        this.pairingCodes = pairingCodes;
        this.csrf = csrf;
        this.clock = clock;
    }

    @Override
    public void routing(RouteTable routes) {
        routes.post("/auth/plex/pin", Access.SIGN_IN, this::begin)
                .get("/auth/plex/pin/{id}/qr.png", Access.PUBLIC_UNCOUNTED, this::qrCode)
                .post("/auth/plex/verify", Access.SIGN_IN, this::verify)
                .post("/auth/pair", Access.SIGN_IN, this::pair)
                .get("/auth/session", Access.USER, this::session)
                .post("/auth/logout", Access.USER, this::logout);
    }

    private void begin(Exchange exchange) {
        var clientName = atMost("clientName", exchange.body(NewPlexPin.class).clientName(), LONGEST_CLIENT_NAME);
        var begun = plexSignIn.begin(clientName);
        var qrUrl = exchange.origin() + ApiRouting.BASE + "/auth/plex/pin/" + begun.id() + "/qr.png";
        exchange.ok(new PlexPin(
                begun.id(),
                begun.code(),
                begun.authUrl(),
                qrUrl,
                begun.expiresIn().toSeconds()));
    }

    private void qrCode(Exchange exchange) {
        var picture = QrPicture.png(plexSignIn.authUrl(exchange.path("id")));
        exchange.file("image/png", picture, Duration.ofMinutes(1));
    }

    private void verify(Exchange exchange) {
        var asked = exchange.body(PlexVerification.class);
        var pinId = atMost("pinId", asked.pinId(), LONGEST_PIN_ID);
        if (pinId == null) {
            throw MediaNestException.invalid("pinId", "'pinId' is missing");
        }
        var signedIn = plexSignIn.verify(pinId, stay(asked), device(exchange), linkTo(exchange));
        welcome(exchange, signedIn.userId(), signedIn.session());
    }

    private void welcome(Exchange exchange, String userId, Sessions.Begun session) {
        exchange.setCookie(Gate.SESSION_COOKIE, session.token(), session.stay().idle());
        exchange.ok(new SignIn(accounts.user(userId), csrf.issue(session.id()).token(), session.token()));
    }

    private static Sessions.Stay stay(PlexVerification asked) {
        return Boolean.TRUE.equals(asked.rememberMe()) ? Sessions.Stay.REMEMBERED : Sessions.Stay.SHORT;
    }

    /// In the program's own window the owner is signed in already, and verifying a PIN links the Plex account
    /// to them.
    private Optional<String> linkTo(Exchange exchange) {
        return Optional.ofNullable(exchange.bearer()).flatMap(credentials::windowOwner);
    }

    private void pair(Exchange exchange) {
        var pairing = exchange.body(Pairing.class);
        if (!Boolean.TRUE.equals(pairing.browser())) {
            exchange.ok(pairingCodes.exchange(pairing));
            return;
        }
        var userId = pairingCodes.redeem(pairing);
        var device = new Sessions.Device(pairing.deviceName(), exchange.remoteAddress());
        welcome(exchange, userId, sessions.begin(userId, Sessions.Stay.REMEMBERED, device));
    }

    private void session(Exchange exchange) {
        var caller = exchange.caller();
        var end = credentials.endOf(caller, exchange.bearer()).orElse(null);
        if (caller.credential() == Caller.Credential.COOKIE && end != null) {
            renewCookie(exchange, Duration.between(clock.instant(), end));
        }
        exchange.ok(new SessionInfo(accounts.user(caller.userId()), end));
    }

    /// Each use makes the session last anew: so must the browser's cookie.
    private static void renewCookie(Exchange exchange, Duration maxAge) {
        var cookie = exchange.cookie(Gate.SESSION_COOKIE);
        if (cookie != null) {
            exchange.setCookie(Gate.SESSION_COOKIE, cookie, maxAge);
        }
    }

    private void logout(Exchange exchange) {
        var sessionId = exchange.caller().sessionId();
        if (Boolean.TRUE.equals(exchange.body(SignOut.class).everywhere())) {
            sessions.endAllOf(exchange.caller().userId());
        } else if (sessionId != null) {
            sessions.end(sessionId);
        }
        exchange.setCookie(Gate.SESSION_COOKIE, "", Duration.ZERO);
        exchange.done();
    }

    private static @Nullable String atMost(String field, @Nullable String text, int length) {
        if (text != null && text.length() > length) {
            throw MediaNestException.invalid(field, "'%s' is longer than %d characters".formatted(field, length));
        }
        return text;
    }

    private static Sessions.Device device(Exchange exchange) {
        return new Sessions.Device(exchange.header("User-Agent"), exchange.remoteAddress());
    }
}
