package io.medianest.model.dashboard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something of somebody's that moved.
///
/// @param type `request` or `download`
/// @param id of the request or download
/// @param status that it has now
/// @param timestamp when it moved
/// @param username whose it is
/// @param actionUrl its address, relative to the server
public record Activity(
        String type,
        String id,
        String title,
        String status,
        Instant timestamp,
        @Nullable String username,
        String actionUrl) {}
