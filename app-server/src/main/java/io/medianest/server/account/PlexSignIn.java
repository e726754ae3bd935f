package io.medianest.server.account;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.account.PlexAccounts.Access;
import io.medianest.server.account.PlexAccounts.PinState;
import io.medianest.server.account.WaitingPins.Pin;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Signing in with Plex: a PIN is made, the person authorises it at Plex, and whoever began may then come in,
/// once.
///
/// PINs bear an id of ours that cannot be guessed; plex.tv counts its own, so that a neighbour could take
/// over somebody else's. Thread-safe.
final class PlexSignIn {
    private static final Logger LOG = LoggerFactory.getLogger(PlexSignIn.class);
    private static final Duration POLL_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_QUEUE = Duration.ofSeconds(5);
    private static final String CLIENT_NAME = "MediaNest";

    private final PlexAccounts plex;
    private final HouseholdServer server;
    private final PlexAdmission admission;
    private final Sessions sessions;
    private final WaitingPins pins;
    private final Clock clock;
    private final Pause pause;

    public PlexSignIn(
            PlexAccounts plex,
            HouseholdServer server,
            PlexAdmission admission,
            Sessions sessions,
            WaitingPins pins,
            Clock clock,
            Pause pause) {
        this.plex = plex;
        this.server = server;
        this.admission = admission;
        this.sessions = sessions;
        this.pins = pins;
        this.clock = clock;
        this.pause = pause;
    }

    /// Waits; in tests without losing time.
    @FunctionalInterface
    public interface Pause {
        void pause(Duration time) throws InterruptedException;
    }

    /// Begins a sign-in.
    ///
    /// @param clientName what Plex shows the person as the one that asks; ours when absent
    public Begun begin(@Nullable String clientName) {
        var made = plex.createPin(clientName == null || clientName.isBlank() ? CLIENT_NAME : clientName.strip());
        return new Begun(pins.add(made), made.code(), made.authUrl(), made.expiresIn());
    }

    /// The page where the person authorises a PIN.
    ///
    /// @throws MediaNestException `INVALID_PIN` when it is unknown or over
    public String authUrl(String pinId) {
        return living(pinId).made.authUrl();
    }

    /// Ends a sign-in with a session. The PIN stays good while its person waits to be let in.
    ///
    /// @param linkTo the id of the person to whom the Plex account shall belong; empty to come in as its own
    ///     person
    /// @throws MediaNestException `PIN_NOT_AUTHORIZED`; `INVALID_PIN` when unknown, over or used;
    ///     `ACCOUNT_PENDING`, `ACCOUNT_SUSPENDED`; `INVALID_STATE` when the account belongs to somebody else;
    ///     outages of plex.tv
    public SignedIn verify(String pinId, Sessions.Stay stay, Sessions.Device device, Optional<String> linkTo) {
        var pin = living(pinId);
        lock(pin);
        try {
            if (pin.used) {
                throw unknown();
            }
            var token = authorised(pinId, pin);
            var account = account(token, linkTo);
            Accounts.checkAdmitted(account);
            pin.used = true;
            if (!pins.take(pinId)) {
                throw unknown();
            }
            var session = sessions.begin(account.id(), stay, device);
            return new SignedIn(account.id(), session);
        } finally {
            pin.lock.unlock();
        }
    }

    /// While plex.tv is slow, those who ask for the same PIN again do not queue up behind each other.
    private static void lock(Pin pin) {
        try {
            if (!pin.lock.tryLock(LONGEST_QUEUE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw waiting();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw waiting();
        }
    }

    private Account account(Secret token, Optional<String> linkTo) {
        var person = plex.user(token);
        return linkTo.map(userId -> admission.link(userId, person, token))
                .orElseGet(() -> admission.admit(person, token, () -> access(token)));
    }

    /// Who cannot be shown to belong here waits; an outage is no reason to turn anybody away for good.
    private Access access(Secret token) {
        try {
            return server.machineIdentifier()
                    .map(machine -> plex.access(token, machine))
                    .orElse(Access.NONE);
        } catch (MediaNestException e) {
            if (!e.code().isOutage()) {
                throw e;
            }
            LOG.warn("cannot tell who shares the Plex server now, so the account waits: {}", e.getMessage());
            return Access.NONE;
        }
    }

    private Secret authorised(String pinId, Pin pin) {
        var token = pin.token;
        if (token != null) {
            return token;
        }
        keepPace(pin);
        return switch (plex.pin(pin.made.id())) {
            case PinState.Waiting() -> throw waiting();
            case PinState.Authorised(Secret given) -> {
                pin.token = given;
                yield given;
            }
            case PinState.Gone() -> {
                pins.take(pinId);
                throw unknown();
            }
        };
    }

    /// plex.tv wants to be asked once a second at most. Whoever asks sooner waits for that second to be over: told “not
    /// yet” from an old answer, a person who has just said yes would be turned away.
    private void keepPace(Pin pin) {
        var now = clock.instant();
        if (pin.polledAt != null) {
            var left = Duration.between(now, pin.polledAt.plus(POLL_PAUSE));
            if (left.isPositive()) {
                sleep(left.compareTo(POLL_PAUSE) < 0 ? left : POLL_PAUSE);
            }
        }
        pin.polledAt = clock.instant();
    }

    private void sleep(Duration time) {
        try {
            pause.pause(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw waiting();
        }
    }

    private Pin living(String pinId) {
        return pins.find(pinId).orElseThrow(PlexSignIn::unknown);
    }

    private static MediaNestException waiting() {
        return new MediaNestException(
                ErrorCode.PIN_NOT_AUTHORIZED, "The PIN has not been authorised yet", null, POLL_PAUSE, null);
    }

    private static MediaNestException unknown() {
        return new MediaNestException(ErrorCode.INVALID_PIN, "The PIN is unknown, used or expired: begin again");
    }

    /// A sign-in that waits for the person.
    ///
    /// @param id ours, unguessable
    public record Begun(String id, String code, String authUrl, Duration expiresIn) {}

    /// A sign-in that is done.
    public record SignedIn(String userId, Sessions.Begun session) {}
}
