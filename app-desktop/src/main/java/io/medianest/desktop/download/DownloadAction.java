package io.medianest.desktop.download;

import io.medianest.model.account.Role;
import io.medianest.model.account.User;
import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadKind;
import io.medianest.model.download.DownloadStatus;
import io.medianest.model.download.PlaylistItems;

/// What can be done about a download.
public enum DownloadAction {
    APPROVE,
    DENY,
    TOP,
    UP,
    DOWN,
    PAUSE,
    RESUME,
    RETRY,
    SHOW_IN_FOLDER,
    COPY_LINK,
    CANCEL,
    REMOVE,
    REMOVE_WITH_FILE;

    /// Bytes of which the loss is worth a question.
    private static final double DEAR_PERCENT = 1;

    /// Whether somebody may do this to the download as it is now. The server decides in the end; this only says which
    /// buttons make sense.
    public boolean isOpenTo(User person, Download download) {
        boolean admin = person.role() == Role.ADMIN;
        DownloadStatus status = download.status();
        boolean allowed = admin || person.id().equals(download.userId());
        return allowed
                && switch (this) {
                    case APPROVE, DENY -> admin && status == DownloadStatus.PENDING;
                    case PAUSE -> status == DownloadStatus.QUEUED || status == DownloadStatus.DOWNLOADING;
                    case RESUME -> status == DownloadStatus.PAUSED;
                    case RETRY -> canBeTriedAgain(download);
                    case TOP, UP, DOWN -> waits(download);
                    case SHOW_IN_FOLDER -> download.outputPath() != null;
                    case COPY_LINK -> true;
                    case CANCEL -> status.isOpen();
                    case REMOVE -> !status.isOpen() && status != DownloadStatus.UNKNOWN;
                    case REMOVE_WITH_FILE -> !status.isOpen() && download.outputPath() != null;
                };
    }

    private static boolean canBeTriedAgain(Download download) {
        PlaylistItems items = download.items();
        boolean someFailed = items != null && items.failed() > 0;
        return download.status() == DownloadStatus.FAILED
                || download.status() == DownloadStatus.CANCELLED
                || (download.kind() == DownloadKind.PLAYLIST && someFailed);
    }

    private static boolean waits(Download download) {
        PlaylistItems items = download.items();
        boolean someWait = items != null && items.waiting() > 0;
        boolean itselfWaits = download.status().isOpen() && download.status() != DownloadStatus.DOWNLOADING;
        return download.playlistId() == null
                && (itselfWaits || (download.status().isOpen() && someWait));
    }

    /// Whether it takes something away that cannot be brought back, or needs a word with it.
    public boolean isAskedAbout(Download download) {
        return switch (this) {
            case DENY, REMOVE_WITH_FILE -> true;
            case CANCEL -> download.progress() >= DEAR_PERCENT || download.kind() == DownloadKind.PLAYLIST;
            case APPROVE, PAUSE, RESUME, RETRY, TOP, UP, DOWN, SHOW_IN_FOLDER, COPY_LINK, REMOVE -> false;
        };
    }
}
