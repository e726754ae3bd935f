package io.medianest.server.demo;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request in the Overseerr stand-in.
///
/// @param seasons empty for a film
/// @param part how much of the download is there, 0–1
/// @param modifiedBy who approved or declined it
record DemoRequest(
        int id,
        DemoTitle title,
        DemoPerson requestedBy,
        List<Integer> seasons,
        boolean is4k,
        Stage stage,
        double part,
        Instant createdAt,
        Instant updatedAt,
        @Nullable DemoPerson modifiedBy) {

    DemoRequest to(Stage next, double nextPart, Instant now, @Nullable DemoPerson by) {
        var who = by == null ? modifiedBy : by;
        return new DemoRequest(id, title, requestedBy, seasons, is4k, next, nextPart, createdAt, now, who);
    }

    /// Where a request is, and Overseerr's numbers for it: of the request itself and of its medium.
    enum Stage {
        PENDING(1, 2),
        APPROVED(2, 3),
        DOWNLOADING(2, 3),
        AVAILABLE(2, 5),
        DECLINED(3, 1);

        private final int requestStatus;
        private final int mediaStatus;

        Stage(int requestStatus, int mediaStatus) {
            this.requestStatus = requestStatus;
            this.mediaStatus = mediaStatus;
        }

        int requestStatus() {
            return requestStatus;
        }

        int mediaStatus() {
            return mediaStatus;
        }

        boolean isOpen() {
            return this == PENDING || this == APPROVED || this == DOWNLOADING;
        }
    }
}
