package io.medianest.server.platform.http;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.security.Caller;
import io.medianest.server.platform.security.Counters.Allowance;
import io.medianest.server.platform.security.CredentialCheck;
import io.medianest.server.platform.security.CsrfCheck;
import io.medianest.server.platform.security.RateLimits;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Lets requests in: who is it, have they not asked too often, is a change really theirs, may they. Thread-safe.
public final class Gate {
    /// The cookie of a signed-in browser.
    public static final String SESSION_COOKIE = "medianest_session";

    private static final Set<String> CHANGES = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final CredentialCheck credentials;
    private final CsrfCheck csrf;
    private final RateLimits limits;
    private final Supplier<AnonymousSearch> anonymousSearch;

    public Gate(CredentialCheck credentials, CsrfCheck csrf, RateLimits limits, AnonymousSearch anonymousSearch) {
        this(credentials, csrf, limits, () -> anonymousSearch);
    }

    /// @param anonymousSearch asked at each search, so that a change works at once
    public Gate(
            CredentialCheck credentials, CsrfCheck csrf, RateLimits limits, Supplier<AnonymousSearch> anonymousSearch) {
        this.credentials = credentials;
        this.csrf = csrf;
        this.limits = limits;
        this.anonymousSearch = anonymousSearch;
    }

    /// Whether search answers people who have not signed in.
    public enum AnonymousSearch {
        REFUSED,
        ALLOWED
    }

    void admit(Access access, Exchange exchange) {
        switch (access) {
            case PUBLIC_UNCOUNTED -> show(exchange, limits.peekApi(exchange.remoteAddress()));
            case PICTURE -> {
                show(exchange, limits.peekApi(exchange.remoteAddress()));
                exchange.tollIs(() -> takeToll(exchange));
            }
            case PUBLIC -> {
                identify(exchange);
                count(exchange, limits.api(exchange.callerIfAny().orElse(null), exchange.remoteAddress()));
            }
            case SIGN_IN -> count(exchange, limits.signIn(exchange.remoteAddress()));
            case WEBHOOK -> count(exchange, limits.webhooks(exchange.remoteAddress()));
            case SEARCH -> admitSearch(exchange);
            case USER -> admitCaller(exchange);
            case ADMIN -> admitAdmin(exchange);
            case MACHINE -> {
                if (exchange.isFromThisMachine()) {
                    show(exchange, limits.peekApi(exchange.remoteAddress()));
                } else {
                    admitAdmin(exchange);
                }
            }
        }
    }

    private void takeToll(Exchange exchange) {
        identify(exchange);
        if (exchange.callerIfAny().isEmpty()) {
            count(exchange, limits.api(null, exchange.remoteAddress()));
        }
    }

    private void admitAdmin(Exchange exchange) {
        admitCaller(exchange);
        if (!exchange.caller().isAdmin()) {
            throw new MediaNestException(ErrorCode.FORBIDDEN, "Only an admin may do this");
        }
    }

    private void admitSearch(Exchange exchange) {
        if (anonymousSearch.get() == AnonymousSearch.ALLOWED && exchange.bearer() == null && cookie(exchange) == null) {
            count(exchange, limits.api(null, exchange.remoteAddress()));
            return;
        }
        admitCaller(exchange);
    }

    private void admitCaller(Exchange exchange) {
        var caller = authenticate(exchange);
        exchange.signedIn(caller);
        count(exchange, limits.api(caller, exchange.remoteAddress()));
        if (caller.credential() == Caller.Credential.COOKIE && CHANGES.contains(exchange.method())) {
            csrf.check(String.valueOf(caller.sessionId()), exchange.header("X-CSRF-Token"));
        }
    }

    private Caller authenticate(Exchange exchange) {
        try {
            var bearer = exchange.bearer();
            var cookie = cookie(exchange);
            if (bearer == null && cookie == null) {
                throw new MediaNestException(ErrorCode.UNAUTHORIZED, "Authentication required");
            }
            return credentials.check(bearer, cookie);
        } catch (MediaNestException e) {
            // Guessing tokens is counted too, against the address.
            count(exchange, limits.api(null, exchange.remoteAddress()));
            throw e;
        }
    }

    private void identify(Exchange exchange) {
        if (exchange.bearer() == null && cookie(exchange) == null) {
            return;
        }
        try {
            exchange.signedIn(credentials.check(exchange.bearer(), cookie(exchange)));
        } catch (MediaNestException e) {
            // A public route answers strangers too; bad credentials make a stranger.
        }
    }

    private static void count(Exchange exchange, Allowance allowance) {
        show(exchange, allowance);
        if (!allowance.granted()) {
            throw RateLimits.exceeded(allowance);
        }
    }

    private static void show(Exchange exchange, Allowance allowance) {
        RateHeaders.tell(allowance, exchange::setHeader);
    }

    private static @Nullable String cookie(Exchange exchange) {
        return exchange.cookie(SESSION_COOKIE);
    }
}
