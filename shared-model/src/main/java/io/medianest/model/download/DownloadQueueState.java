package io.medianest.model.download;

import org.jspecify.annotations.Nullable;

/// How the queue of the whole household is doing.
///
/// @param running processes now
/// @param concurrency processes at most
/// @param waiting for their turn
/// @param freeBytes on the disk that downloads go to; absent when it cannot be asked
/// @param heldBecause why none is begun, in a sentence for people; absent while all is well
public record DownloadQueueState(
        int running,
        int concurrency,
        int waiting,
        @Nullable Long freeBytes,
        @Nullable String heldBecause) {}
