package io.medianest.server.download;

import io.medianest.model.download.DownloadStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The videos of a playlist, counted. Public because Jdbi makes and reads it.
///
/// @param pending wait for an admin's yes
/// @param cancelled by the person, or not allowed
/// @param progressSum of the percentages of all that were not cancelled
public record PlaylistTally(
        int total,
        int completed,
        int running,
        int queued,
        int paused,
        int pending,
        int failed,
        int cancelled,
        double progressSum) {

    public int waiting() {
        return queued + paused + pending;
    }

    /// Percent of the whole.
    public double progress() {
        int counted = total - cancelled;
        return counted == 0 ? 0 : Amounts.percent(progressSum / counted);
    }

    /// What the playlist as a whole is doing; empty before it is known what is in it.
    Optional<DownloadStatus> status() {
        if (total == 0) {
            return Optional.empty();
        }
        if (running > 0) {
            return Optional.of(DownloadStatus.DOWNLOADING);
        }
        if (queued > 0) {
            return Optional.of(DownloadStatus.QUEUED);
        }
        if (paused > 0) {
            return Optional.of(DownloadStatus.PAUSED);
        }
        if (pending > 0) {
            return Optional.of(DownloadStatus.PENDING);
        }
        if (failed > 0) {
            return Optional.of(DownloadStatus.FAILED);
        }
        return Optional.of(completed > 0 ? DownloadStatus.COMPLETED : DownloadStatus.CANCELLED);
    }

    /// In a sentence for people; null when nothing failed.
    @Nullable String problem() {
        return failed == 0 ? null : "%d of %d videos could not be loaded.".formatted(failed, total);
    }
}
