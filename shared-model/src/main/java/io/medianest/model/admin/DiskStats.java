package io.medianest.model.admin;

/// The disk that a directory is on, in bytes.
///
/// @param directory which need not exist yet
/// @param total that it holds
/// @param free that can be written to it
public record DiskStats(String directory, long total, long free) {}
