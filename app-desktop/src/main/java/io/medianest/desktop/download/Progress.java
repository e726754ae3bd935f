package io.medianest.desktop.download;

import io.medianest.model.download.Download;
import org.jspecify.annotations.Nullable;

/// How far a download is, to the last byte that was told of.
///
/// @param percent 0 to 100
/// @param bytesPerSecond absent while no bytes arrive
/// @param secondsLeft absent while nobody knows
public record Progress(
        double percent,
        @Nullable Long bytesPerSecond,
        @Nullable Long secondsLeft) {

    static Progress of(Download download) {
        return new Progress(download.progress(), download.speedBytesPerSecond(), download.etaSeconds());
    }

    /// At least this far, since the sum of a playlist is told less often than its parts.
    Progress atLeast(double reached) {
        return reached <= percent ? this : new Progress(Math.min(reached, 100), bytesPerSecond, secondsLeft);
    }
}
