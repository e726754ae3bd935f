package io.medianest.model.admin;

import java.time.Instant;

/// One attempt at work that failed.
///
/// @param error why, in words
public record FailedAttempt(Instant at, String error) {}
