package io.medianest.server.download;

import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadKind;
import io.medianest.model.download.DownloadStatus;
import io.medianest.model.event.ServerEvent;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.event.EventBus;
import io.medianest.server.platform.job.Jobs;

/// Sees downloads end, and has done what comes after: it is written down with the end itself, so that neither is ever
/// without the other. The videos of a playlist are told of together, by the playlist. Thread-safe.
final class AfterDownload implements EventBus.Witness {
    private final Jobs jobs;

    AfterDownload(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public void see(Tx tx, ServerEvent event) {
        if (event instanceof ServerEvent.DownloadChanged(Download download) && download.playlistId() == null) {
            ended(tx, download);
        }
    }

    private void ended(Tx tx, Download download) {
        boolean completed = download.status() == DownloadStatus.COMPLETED;
        if (completed) {
            jobs.add(tx, AnnounceDownload.job(download.id()));
        }
        if (download.kind() == DownloadKind.PLAYLIST && (completed || download.status() == DownloadStatus.FAILED)) {
            jobs.add(tx, CollectPlaylist.job(download.id()));
        }
    }
}
