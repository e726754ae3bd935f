package io.medianest.server.dashboard;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// How one service is asked for its health.
///
/// @param name stable, for example `overseerr`
/// @param displayName for people
/// @param interval between two checks
/// @param address where it is; empty for what is no service in the network, or not configured
/// @param notConfigured why it is not checked, in words for the keeper; empty when it is configured. Asked
///     often, so it must not ask the service itself
/// @param check asks the service once, without retries; returns a few words about it, such as its version;
///     throws when it is not well, [Absent] when there is nothing to check after all
public record Probe(
        String name,
        String displayName,
        Duration interval,
        Supplier<Optional<URI>> address,
        Supplier<Optional<String>> notConfigured,
        Supplier<String> check) {

    /// The check found that the service is not set up.
    public static final class Absent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /// @param whatToDo in words for the keeper
        public Absent(String whatToDo) {
            super(whatToDo);
        }
    }
}
