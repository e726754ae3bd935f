package io.medianest.desktop.download;

import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadStatus;
import io.medianest.model.download.PlaylistItems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The videos of playlists, as far as they were read or told of. Belongs to the FX thread.
final class PlaylistVideos {
    private static final double WHOLE = 100;
    private static final Comparator<DownloadRow> IN_THE_PLAYLIST = Comparator.comparingInt(
                    (DownloadRow row) -> position(row.download()))
            .thenComparing(DownloadRow::id);

    private final Map<String, Map<String, DownloadRow>> byPlaylist = new HashMap<>();

    /// Those that are known, in the order of the playlist.
    List<DownloadRow> of(String playlistId) {
        var rows = new ArrayList<>(known(playlistId).values());
        rows.sort(IN_THE_PLAYLIST);
        return rows;
    }

    @Nullable DownloadRow row(String playlistId, String id) {
        return known(playlistId).get(id);
    }

    /// The videos of a playlist were read.
    void replace(String playlistId, List<Download> read) {
        var before = known(playlistId);
        var now = new HashMap<String, DownloadRow>();
        for (Download video : read) {
            DownloadRow row = before.getOrDefault(video.id(), new DownloadRow(video));
            row.take(video);
            now.put(row.id(), row);
        }
        byPlaylist.put(playlistId, now);
    }

    /// An event or a reply told of a video.
    ///
    /// @return whether it was not known before
    boolean changed(String playlistId, Download video) {
        var rows = byPlaylist.computeIfAbsent(playlistId, _ -> new HashMap<>());
        DownloadRow row = rows.get(video.id());
        if (row == null) {
            rows.put(video.id(), new DownloadRow(video));
            return true;
        }
        row.take(video);
        return false;
    }

    void remove(String playlistId, String id) {
        known(playlistId).remove(id);
    }

    void forget(String playlistId) {
        byPlaylist.remove(playlistId);
    }

    /// How far a playlist is with the bytes that have arrived since its sum was told, and how fast it goes.
    Progress sum(Download playlist) {
        PlaylistItems items = playlist.items();
        double parts = 0;
        long speed = 0;
        for (DownloadRow row : known(playlist.id()).values()) {
            if (row.download().status() == DownloadStatus.DOWNLOADING) {
                Progress progress = row.state().progress();
                parts += progress.percent();
                speed += progress.bytesPerSecond() == null ? 0 : progress.bytesPerSecond();
            }
        }
        var told = new Progress(playlist.progress(), speed == 0 ? null : speed, null);
        if (items == null || items.total() == 0) {
            return told;
        }
        return told.atLeast((items.completed() * WHOLE + parts) / items.total());
    }

    private Map<String, DownloadRow> known(String playlistId) {
        return byPlaylist.getOrDefault(playlistId, Map.of());
    }

    private static int position(Download video) {
        Integer position = video.position();
        return position == null ? Integer.MAX_VALUE : position;
    }
}
