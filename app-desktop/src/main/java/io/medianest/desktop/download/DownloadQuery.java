package io.medianest.desktop.download;

import io.medianest.desktop.api.DownloadFilter;
import io.medianest.desktop.api.DownloadFilter.Part;
import io.medianest.desktop.api.DownloadFilter.Scope;
import io.medianest.desktop.api.Page;
import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadStatus;

/// Whose downloads are listed, and which of those that have ended.
public record DownloadQuery(Scope scope, Ended ended) {

    /// What to see of what has ended.
    public enum Ended {
        ALL(Part.ENDED),
        COMPLETED(Part.COMPLETED),
        FAILED(Part.FAILED);

        private final Part part;

        Ended(Part part) {
            this.part = part;
        }
    }

    DownloadQuery with(Scope changed) {
        return new DownloadQuery(changed, ended);
    }

    DownloadQuery with(Ended changed) {
        return new DownloadQuery(scope, changed);
    }

    DownloadFilter queue(Page page) {
        return new DownloadFilter(scope, Part.ACTIVE, null, page);
    }

    DownloadFilter ended(Page page) {
        return new DownloadFilter(scope, ended.part, null, page);
    }

    /// Whether a download that an event brought belongs to the list.
    ///
    /// @param myId the id of the person at the window
    boolean takes(Download download, String myId) {
        boolean inScope = scope == Scope.ALL || download.userId().equals(myId);
        return inScope && (download.status().isOpen() || takesEnded(download.status()));
    }

    private boolean takesEnded(DownloadStatus status) {
        return switch (ended) {
            case ALL -> true;
            case COMPLETED -> status == DownloadStatus.COMPLETED;
            case FAILED -> status == DownloadStatus.FAILED;
        };
    }
}
