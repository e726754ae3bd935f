package io.medianest.model.admin;

/// A backup that takes the place of the present data at the next start.
///
/// @param name of the backup
/// @param restartNeeded whether that is still to come
public record Restore(String name, boolean restartNeeded) {}
