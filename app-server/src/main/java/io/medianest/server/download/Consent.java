package io.medianest.server.download;

/// Whose downloads wait for an admin's yes.
@FunctionalInterface
public interface Consent {
    boolean isNeededFor(String userId);
}
