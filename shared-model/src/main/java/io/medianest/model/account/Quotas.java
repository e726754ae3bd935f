package io.medianest.model.account;

import org.jspecify.annotations.Nullable;

/// How much somebody may ask for, where that is not the same as for all; absent means as for all.
///
/// @param requestsPerHour titles, 1 to 1000
/// @param downloadsPerHour videos, 1 to 1000
public record Quotas(
        @Nullable Integer requestsPerHour, @Nullable Integer downloadsPerHour) {
    public static final Quotas NONE = new Quotas(null, null);
}
