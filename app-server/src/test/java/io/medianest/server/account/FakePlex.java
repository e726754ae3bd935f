package io.medianest.server.account;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.Secret;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// plex.tv and the household's server, as far as signing in sees them.
final class FakePlex implements PlexAccounts, HouseholdServer {
    static final String MACHINE = "machine-1";

    final AtomicInteger polls = new AtomicInteger();
    final AtomicInteger accessQuestions = new AtomicInteger();
    volatile Optional<String> machine = Optional.of(MACHINE);
    volatile boolean down;

    private final AtomicLong nextPin = new AtomicLong(1000);
    private final Map<Long, PinState> pins = new ConcurrentHashMap<>();
    private final Map<String, PlexAccount> people = new ConcurrentHashMap<>();
    private final Map<String, Access> access = new ConcurrentHashMap<>();

    /// Somebody opens the page of the newest PIN and signs in there.
    void authoriseNewest(PlexAccount person, Access toServer) {
        authorise(nextPin.get(), person, toServer);
    }

    void authorise(long pin, PlexAccount person, Access toServer) {
        var token = "token-of-" + person.id();
        people.put(token, person);
        access.put(token, toServer);
        pins.put(pin, new PinState.Authorised(new Secret(token)));
    }

    void forgetNewest() {
        pins.put(nextPin.get(), new PinState.Gone());
    }

    long newestPin() {
        return nextPin.get();
    }

    static PlexAccount person(String id) {
        return new PlexAccount(id, "name-" + id, id + "@example.org", "https://plex.example/" + id);
    }

    @Override
    public NewPin createPin(String clientName) {
        long id = nextPin.incrementAndGet();
        pins.put(id, new PinState.Waiting());
        return new NewPin(
                id, "code" + id, "https://app.plex.tv/auth#?clientID=abc&code=code" + id, Duration.ofMinutes(30));
    }

    @Override
    public PinState pin(long pinId) {
        polls.incrementAndGet();
        return pins.getOrDefault(pinId, new PinState.Gone());
    }

    @Override
    public PlexAccount user(Secret token) {
        var person = people.get(token.reveal());
        if (person == null) {
            throw new AssertionError("plex.tv never gave out this token");
        }
        return person;
    }

    @Override
    public Access access(Secret token, String machineIdentifier) {
        accessQuestions.incrementAndGet();
        if (down) {
            throw new MediaNestException(ErrorCode.SERVICE_UNAVAILABLE, "plex does not answer", "plex");
        }
        return machineIdentifier.equals(MACHINE) ? access.getOrDefault(token.reveal(), Access.NONE) : Access.NONE;
    }

    @Override
    public Optional<String> machineIdentifier() {
        return machine;
    }
}
