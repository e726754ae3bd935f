package io.medianest.server.platform.socketio.engine;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// How many sessions each address has whose client the application does not know yet, so that nobody takes
/// all places by knocking only. Thread-safe.
public final class Strangers {
    private final int maxPerAddress;
    private final ClientAddress addresses;
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    public Strangers(int maxPerAddress, ClientAddress addresses) {
        this.maxPerAddress = maxPerAddress;
        this.addresses = addresses;
    }

    /// One more comes from an address.
    ///
    /// @return its place, or nothing when the address has too many
    Optional<Place> enter(EngineHandshake handshake) {
        var address = addresses.of(handshake);
        var place = new Place(address);
        counts.compute(address, (_, count) -> {
            int present = count == null ? 0 : count;
            if (present >= maxPerAddress) {
                return count;
            }
            place.taken.set(true);
            return present + 1;
        });
        return place.taken.get() ? Optional.of(place) : Optional.empty();
    }

    /// The place of one session among the strangers.
    final class Place {
        private final String address;
        private final AtomicBoolean taken = new AtomicBoolean();

        private Place(String address) {
            this.address = address;
        }

        /// Makes room for another one, the first time.
        void leave() {
            if (taken.compareAndSet(true, false)) {
                counts.computeIfPresent(address, (_, count) -> count == 1 ? null : count - 1);
            }
        }
    }
}
