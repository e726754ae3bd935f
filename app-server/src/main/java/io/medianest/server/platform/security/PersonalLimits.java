package io.medianest.server.platform.security;

import io.medianest.model.account.Quotas;

/// Knows whom an admin allows more or less than everybody. Asked while something is counted: must be quick.
@FunctionalInterface
public interface PersonalLimits {
    PersonalLimits NONE = userId -> Quotas.NONE;

    /// @return [Quotas#NONE] for somebody without limits of their own, and for somebody unknown
    Quotas of(String userId);
}
