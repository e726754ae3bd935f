package io.medianest.server.dashboard;

import java.util.Optional;
import java.util.function.Supplier;

/// How one service is asked for its health.
///
/// @param name stable, for example `overseerr`
/// @param displayName for people
/// @param notConfigured why it is not checked, in words for the keeper; empty when it is configured
/// @param check asks the service once, without retries; returns a few words about it, such as its version; throws
///     when it is not well
public record Probe(
        String name, String displayName, Supplier<Optional<String>> notConfigured, Supplier<String> check) {}
