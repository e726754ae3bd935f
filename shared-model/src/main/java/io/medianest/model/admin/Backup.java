package io.medianest.model.admin;

import java.time.Instant;

/// A copy of all that a server knows, with the key to its secrets.
///
/// @param name of the file
/// @param size in bytes
public record Backup(String name, long size, Instant createdAt) {}
