package io.medianest.server;

import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/// Rows with everything that a row can hold.
interface SampleStore {
    @SqlUpdate("""
            INSERT INTO media_request_change (request_id, status, stage, changed_at, comment)
            VALUES (:requestId, 'pending', 'queued', TIMESTAMP WITH TIME ZONE '2026-03-29 01:30:00.123456Z', :comment)""")
    void addChange(String requestId, String comment);

    @SqlQuery("SELECT COUNT(*) FROM media_request_change WHERE request_id = :requestId")
    int changesOf(String requestId);

    @SqlUpdate("""
            INSERT INTO download (id, user_id, kind, url, video_id, playlist_id, quality, format, again, status, place,
                attempts, progress, items_total, items_completed, items_running, items_waiting, items_failed,
                items_cancelled, wish_key, correlation_id, created_at, updated_at, version)
            VALUES (:id, 'usr_1', 'video', 'https://youtu.be/x', 'x', :playlistId, '720p', 'mp4', FALSE, 'queued',
                9007199254740993, 0, 33.3, 0, 0, 0, 0, 0, 0, 'k', 'c', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 1)""")
    void addDownload(String id, @Nullable String playlistId);
}
