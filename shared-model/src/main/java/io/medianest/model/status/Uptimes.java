package io.medianest.model.status;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// The share of a service's successful checks over the usual lengths of time, 0 to 1; absent without checks.
public record Uptimes(
        @JsonProperty("24h") @Nullable Double day,
        @JsonProperty("7d") @Nullable Double week,
        @JsonProperty("30d") @Nullable Double month) {}
