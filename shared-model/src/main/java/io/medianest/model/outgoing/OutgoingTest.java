package io.medianest.model.outgoing;

import org.jspecify.annotations.Nullable;

/// What came of trying a target.
///
/// @param latency how long it took, in milliseconds; absent when it failed
/// @param message why it failed, in words; absent when it did not
public record OutgoingTest(
        boolean delivered, @Nullable Long latency, @Nullable String message) {}
