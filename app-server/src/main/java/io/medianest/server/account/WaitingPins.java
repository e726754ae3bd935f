package io.medianest.server.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.medianest.model.api.Json;
import io.medianest.server.account.PlexAccounts.NewPin;
import io.medianest.server.platform.Secret;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Ids;
import io.medianest.server.platform.db.Passing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Sign-ins that wait for their person, who may come back to another server of the household. Thread-safe.
final class WaitingPins {
    private static final long MAX_PINS = 1_000;
    private static final Duration LONGEST_PIN = Duration.ofHours(1);

    private final Passing passing;
    private final Ids ids;
    private final Clock clock;
    private final Cache<String, Pin> here = Caffeine.newBuilder()
            .maximumSize(MAX_PINS)
            .expireAfterWrite(LONGEST_PIN)
            .build();

    WaitingPins(Database database, Ids ids, Clock clock) {
        this.passing = new Passing(database, "plex pin", clock);
        this.ids = ids;
        this.clock = clock;
    }

    /// @param expiresAt says when it is over to whoever finds it elsewhere
    private record Written(NewPin made, Instant expiresAt) {}

    /// @return the id by which it is asked for
    String add(NewPin made) {
        var id = ids.next("pin");
        var expiresAt = clock.instant().plus(made.expiresIn());
        try {
            passing.put(id, Json.strict().writeValueAsString(new Written(made, expiresAt)), expiresAt);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a PIN that cannot be written", e);
        }
        here.put(id, new Pin(made, expiresAt));
        return id;
    }

    /// One that is neither used nor over.
    Optional<Pin> find(String id) {
        var known = here.getIfPresent(id);
        var pin = known == null ? elsewhere(id) : known;
        return Optional.ofNullable(pin).filter(found -> clock.instant().isBefore(found.expiresAt));
    }

    private @Nullable Pin elsewhere(String id) {
        return passing.find(id)
                .map(WaitingPins::read)
                .map(written -> here.get(id, key -> new Pin(written.made, written.expiresAt)))
                .orElse(null);
    }

    private static Written read(String text) {
        try {
            return Json.lenient().readValue(text, Written.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a PIN that cannot be read", e);
        }
    }

    /// Uses one up, on all servers.
    ///
    /// @return whether it was the first time
    boolean take(String id) {
        here.invalidate(id);
        return passing.take(id).isPresent();
    }

    /// What is known of a PIN; the changing parts under its lock.
    static final class Pin {
        final ReentrantLock lock = new ReentrantLock();
        final NewPin made;
        private final Instant expiresAt;

        @Nullable Instant polledAt;

        @Nullable Secret token;

        boolean used;

        Pin(NewPin made, Instant expiresAt) {
            this.made = made;
            this.expiresAt = expiresAt;
        }
    }
}
