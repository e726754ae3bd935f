package io.medianest.desktop.download;

import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadMove;
import io.medianest.model.download.DownloadMove.Place;
import io.medianest.model.download.DownloadStatus;
import java.util.ArrayList;
import java.util.List;

/// The rows that have not ended, in the order of the queue: those that run, then those that wait. Belongs to the FX
/// thread.
final class RowQueue {
    private final List<DownloadRow> rows = new ArrayList<>();

    List<DownloadRow> list() {
        return rows;
    }

    /// One that is new comes last, unless it runs already.
    void enter(DownloadRow row) {
        rows.add(runs(row.download()) ? running() : rows.size(), row);
    }

    /// One that was listed before and runs now, waits again or is tried again comes next.
    void enterAgain(DownloadRow row) {
        rows.add(running(), row);
    }

    private int running() {
        return (int) rows.stream().filter(row -> runs(row.download())).count();
    }

    private static boolean runs(Download download) {
        return download.status() == DownloadStatus.DOWNLOADING;
    }

    /// Those of the same person that wait, in their order.
    List<DownloadRow> waitingBeside(DownloadRow row) {
        return rows.stream()
                .filter(other -> other.download().userId().equals(row.download().userId()))
                .filter(other -> !runs(other.download()) || other.equals(row))
                .toList();
    }

    /// A row goes to another place, as the server will say, too.
    void move(DownloadRow row, DownloadMove move) {
        if (!rows.remove(row)) {
            return;
        }
        int place = move.to() == Place.TOP ? running() : rows.size();
        for (int i = 0; i < rows.size(); i++) {
            place = rows.get(i).id().equals(move.before()) ? i : place;
        }
        rows.add(place, row);
    }
}
