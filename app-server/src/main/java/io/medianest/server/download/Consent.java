package io.medianest.server.download;

import io.medianest.server.platform.security.Caller;

/// Whose downloads wait for an admin's yes.
@FunctionalInterface
public interface Consent {
    boolean isNeededFor(String userId);

    /// An admin's word is a yes.
    default boolean isNeeded(Caller caller) {
        return !caller.isAdmin() && isNeededFor(caller.userId());
    }
}
