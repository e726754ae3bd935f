package io.medianest.server.download;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadKind;
import io.medianest.model.download.DownloadStatus;
import io.medianest.model.download.MediaPreview;
import io.medianest.model.download.PlaylistEntry;
import io.medianest.model.download.PlaylistMetadata;
import io.medianest.model.download.VideoMetadata;
import io.medianest.server.download.DownloadLedger.Step;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Ids;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.job.JobHandler;
import io.medianest.server.platform.job.NewJob;
import io.medianest.server.platform.security.RateLimits;
import io.medianest.server.ytdlp.VideoAddress;
import io.medianest.server.ytdlp.WholeList;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Looks what is in a playlist that somebody asked for, and queues its videos.
final class PlaylistExpansion implements JobHandler {
    private static final String KIND = "expand-playlist";
    private static final int MOST_VIDEOS = WholeList.LONGEST;
    private static final String CUT =
            "Of a list the first 5,000 videos are loaded. For the rest, make playlists of them.";

    private final Database database;
    private final DownloadLedger ledger;
    private final Fetcher fetcher;
    private final DownloadQueue queue;
    private final RateLimits limits;
    private final Clock clock;
    private final Ids ids = new Ids();

    PlaylistExpansion(
            Database database,
            DownloadLedger ledger,
            Fetcher fetcher,
            DownloadQueue queue,
            RateLimits limits,
            Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.fetcher = fetcher;
        this.queue = queue;
        this.limits = limits;
        this.clock = clock;
    }

    /// The work that a download needs before anything of it can be loaded; none for a single video.
    static Optional<NewJob> jobFor(Download download) {
        return isUnread(download) ? Optional.of(new NewJob(KIND, download.id())) : Optional.empty();
    }

    private static boolean isUnread(Download download) {
        return download.status() == DownloadStatus.QUEUED && hasNoVideos(download);
    }

    private static boolean hasNoVideos(Download download) {
        return download.kind() == DownloadKind.PLAYLIST
                && download.items() != null
                && download.items().total() == 0;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(String downloadId) {
        database.store(DownloadStore.class)
                .find(downloadId)
                .filter(PlaylistExpansion::isUnread)
                .ifPresent(this::expand);
        queue.wake();
    }

    private void expand(Download playlist) {
        switch (preview(playlist)) {
            case PlaylistMetadata list -> {
                if (!database.inside(tx -> enter(tx, playlist.id(), list))) {
                    throw new GiveUp("There is nothing in this playlist that can be loaded.");
                }
            }
            case VideoMetadata _ -> throw new GiveUp("This is a single video, not a playlist.");
        }
    }

    private MediaPreview preview(Download playlist) {
        try {
            return fetcher.whole(fetcher.address(playlist.url()));
        } catch (MediaNestException e) {
            var sentence = String.valueOf(e.getMessage());
            if (!e.code().isOutage()) {
                throw new GiveUp(sentence, e);
            }
            database.run(tx -> ledger.lock(tx, playlist.id())
                    .filter(PlaylistExpansion::isUnread)
                    .ifPresent(waiting -> ledger.change(
                            tx, waiting, Step.to(DownloadStatus.QUEUED).noting(sentence))));
            throw e;
        }
    }

    /// @return false when nothing in it can be loaded
    private boolean enter(Tx tx, String playlistId, PlaylistMetadata list) {
        var store = tx.store(DownloadStore.class);
        var locked = ledger.lock(tx, playlistId).filter(PlaylistExpansion::isUnread);
        if (locked.isEmpty()) {
            return true;
        }
        var playlist = locked.get();
        store.describe(new DownloadStore.Description(
                playlistId,
                DownloadRow.shortened(list.title(), DownloadRow.MAX_TITLE),
                DownloadRow.shortened(list.uploader(), DownloadRow.MAX_UPLOADER),
                null,
                list.thumbnail()));
        var wish = wish(store, playlist);
        var items = items(wish, list);
        if (items.isEmpty()) {
            return false;
        }
        int begun = new PlaylistVideos(tx, ledger, ids, clock, playlist).enter(items);
        tx.afterCommit(() -> limits.countVideos(playlist.userId(), begun - 1));
        boolean all = !wish.videos().isEmpty() || list.count() < MOST_VIDEOS;
        store.note(playlistId, all ? null : CUT);
        ledger.tally(tx, playlistId);
        return true;
    }

    private Wish wish(DownloadStore store, Download playlist) {
        var particulars = store.particulars(playlist.id()).orElseThrow();
        return new Wish(
                fetcher.address(playlist.url()),
                playlist.quality(),
                playlist.format(),
                Wish.videosOf(particulars.wantedItems()),
                particulars.again());
    }

    private List<PlaylistVideos.Item> items(Wish whole, PlaylistMetadata list) {
        var items = new ArrayList<PlaylistVideos.Item>();
        var chosen = new HashSet<String>();
        for (var entry : list.entries()) {
            // Of what was chosen one by one each is wanted once, wherever it stands in the list by now.
            boolean wanted = whole.wants(entry) && (whole.videos().isEmpty() || chosen.add(entry.id()));
            if (wanted && items.size() < MOST_VIDEOS) {
                address(entry).ifPresent(address -> items.add(new PlaylistVideos.Item(entry, whole.forVideo(address))));
            }
        }
        return items;
    }

    /// Empty for what is in the list but not to be had.
    private Optional<VideoAddress> address(PlaylistEntry entry) {
        try {
            return Optional.of(fetcher.address(entry.url()));
        } catch (MediaNestException e) {
            return Optional.empty();
        }
    }

    @Override
    public void dead(Tx tx, String downloadId, String reason) {
        ledger.lock(tx, downloadId)
                .filter(PlaylistExpansion::isUnread)
                .ifPresent(playlist -> ledger.change(
                        tx, playlist, Step.to(DownloadStatus.FAILED).failing(reason)));
    }

    /// Its videos wait again for somebody to look what they are.
    ///
    /// @throws MediaNestException `INVALID_STATE` when it is not the playlist that failed any more;
    ///     `ALREADY_QUEUED` when it was asked for again meanwhile
    @Override
    public void revived(Tx tx, String downloadId, String by) {
        var failed = ledger.lock(tx, downloadId)
                .filter(playlist -> playlist.status() == DownloadStatus.FAILED && hasNoVideos(playlist))
                .orElseThrow(() -> new MediaNestException(
                        ErrorCode.INVALID_STATE,
                        "This playlist does not wait to be looked into any more: it was tried again or removed"));
        try {
            ledger.change(tx, failed, Step.to(DownloadStatus.QUEUED));
        } catch (RuntimeException e) {
            throw Database.isDuplicate(e)
                    ? new MediaNestException(ErrorCode.ALREADY_QUEUED, "The same playlist is on its way already")
                    : e;
        }
    }

    @Override
    public String about(String downloadId) {
        return database.store(DownloadStore.class)
                .find(downloadId)
                .map(playlist -> playlist.title() == null ? playlist.url() : playlist.title())
                .orElse(downloadId);
    }
}
