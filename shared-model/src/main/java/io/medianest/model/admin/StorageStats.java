package io.medianest.model.admin;

import org.jspecify.annotations.Nullable;

/// What the program takes of the disk, in bytes.
///
/// @param directory where everything is
/// @param data all that is in it, the database among it
/// @param free what is left on that disk
/// @param downloads where downloads go; absent when read from older servers
public record StorageStats(
        String directory,
        long database,
        long data,
        long free,
        @Nullable DiskStats downloads) {}
