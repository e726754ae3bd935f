package io.medianest.server.download;

import io.medianest.model.download.DownloadStatus;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which downloads a list shows. Those of a playlist show in its list only.
///
/// @param userId whose; null for everybody's
/// @param statuses any of these; empty for all
/// @param playlistId the playlist whose videos are shown; null for what was asked for by itself
record DownloadFilter(
        @Nullable String userId,
        Set<DownloadStatus> statuses,
        @Nullable String playlistId) {
    static final Set<DownloadStatus> ACTIVE = Arrays.stream(DownloadStatus.values())
            .filter(DownloadStatus::isOpen)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<DownloadStatus> ENDED = Arrays.stream(DownloadStatus.values())
            .filter(status -> !status.isOpen() && status != DownloadStatus.UNKNOWN)
            .collect(Collectors.toUnmodifiableSet());

    private static final String QUEUE_ORDER = """
            CASE WHEN d.status = 'downloading' THEN 0 ELSE 1 END,
            COALESCE((SELECT MIN(item.place) FROM download item
                WHERE item.playlist_id = d.id AND item.status IN ('pending', 'queued', 'paused')), d.place),
            d.created_at, d.id""";

    /// The words that a list can be asked for by: each status, and two for many.
    static Map<String, Set<DownloadStatus>> words() {
        var words = new LinkedHashMap<String, Set<DownloadStatus>>();
        for (var status : DownloadStatus.values()) {
            if (status != DownloadStatus.UNKNOWN) {
                words.put(status.wireName(), Set.of(status));
            }
        }
        words.put("active", ACTIVE);
        words.put("ended", ENDED);
        return words;
    }

    /// The condition in SQL, of constant words only; the values are bound.
    String where() {
        var conditions = new StringJoiner(" AND ", "WHERE ", "");
        conditions.add(playlistId == null ? "d.playlist_id IS NULL" : "d.playlist_id = :playlistId");
        if (userId != null) {
            conditions.add("d.user_id = :userId");
        }
        if (!statuses.isEmpty()) {
            conditions.add(statuses.stream()
                    .map(status -> "'" + status.wireName() + "'")
                    .collect(Collectors.joining(", ", "d.status IN (", ")")));
        }
        return conditions.toString();
    }

    Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        if (userId != null) {
            values.put("userId", userId);
        }
        if (playlistId != null) {
            values.put("playlistId", playlistId);
        }
        return values;
    }

    /// What waits is shown in the order of the queue, the videos of a playlist in its own, all else newest
    /// first.
    String order() {
        if (playlistId != null) {
            return "d.item_position, d.id";
        }
        return !statuses.isEmpty() && ACTIVE.containsAll(statuses) ? QUEUE_ORDER : "d.created_at DESC, d.id DESC";
    }
}
