package io.medianest.server.demo;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// plex.tv's sign-in pins. Thread-safe.
final class PlexPins {
    private static final Duration STRONG_LIFE = Duration.ofMinutes(30);
    private static final Duration SHORT_LIFE = Duration.ofMinutes(15);
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int MOST_KEPT = 200;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<Integer, Pin> pins = new LinkedHashMap<>();

    PlexPins(Clock clock) {
        this.clock = clock;
    }

    /// A long code for links.
    Pin makeStrong(String clientId) {
        return make(clientId, 25, STRONG_LIFE);
    }

    /// Four characters, to be typed.
    Pin makeShort(String clientId) {
        return make(clientId, 4, SHORT_LIFE);
    }

    /// Only for the client that made it, and only until it expires.
    synchronized Optional<Pin> find(int id, String clientId) {
        return Optional.ofNullable(pins.get(id)).filter(pin -> pin.clientId().equals(clientId) && isValid(pin));
    }

    /// Gives the pin with this code to a person.
    ///
    /// @return false when no valid pin has it
    synchronized boolean authorise(String code, DemoPerson person) {
        var found = pins.values().stream()
                .filter(pin -> pin.code().equals(code) && isValid(pin))
                .findFirst();
        found.ifPresent(pin ->
                pins.put(pin.id(), new Pin(pin.id(), code, pin.clientId(), pin.createdAt(), pin.expiresAt(), person)));
        return found.isPresent();
    }

    private synchronized Pin make(String clientId, int length, Duration life) {
        var now = clock.instant();
        pins.values().removeIf(pin -> !isValid(pin));
        if (pins.size() >= MOST_KEPT) {
            pins.remove(pins.keySet().iterator().next());
        }
        int id;
        do {
            id = random.nextInt(100_000_000, 1_000_000_000);
        } while (pins.containsKey(id));
        var pin = new Pin(id, code(length), clientId, now, now.plus(life), null);
        pins.put(id, pin);
        return pin;
    }

    private boolean isValid(Pin pin) {
        return clock.instant().isBefore(pin.expiresAt());
    }

    private String code(int length) {
        return random.ints(length, 0, LETTERS.length())
                .collect(StringBuilder::new, (code, index) -> code.append(LETTERS.charAt(index)), StringBuilder::append)
                .toString();
    }

    /// @param owner who has signed in with it, null until somebody has
    record Pin(
            int id,
            String code,
            String clientId,
            Instant createdAt,
            Instant expiresAt,
            @Nullable DemoPerson owner) {}
}
