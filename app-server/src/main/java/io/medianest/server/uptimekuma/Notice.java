package io.medianest.server.uptimekuma;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that the keeper of Uptime Kuma announces.
///
/// @param since when it began or begins, where that is told
public record Notice(
        String id,
        String title,
        @Nullable String message,
        @Nullable Instant since) {}
