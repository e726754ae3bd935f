package io.medianest.server.account;

import java.util.Optional;

/// The Plex server that decides who belongs to the household.
@FunctionalInterface
public interface HouseholdServer {
    /// Empty when none is configured. May be out of date while the server is down.
    ///
    /// @throws io.medianest.server.platform.MediaNestException with an outage code when it cannot be told now
    Optional<String> machineIdentifier();
}
