package io.medianest.desktop.download;

import io.medianest.model.download.Download;
import org.jspecify.annotations.Nullable;

/// All that a row shows.
///
/// @param place in the queue, from 1; 0 when it does not wait for its turn
/// @param unfolded whether the videos of a playlist are shown below it
/// @param asked what the person is asked about before it is done
public record RowState(
        Download download,
        Progress progress,
        int place,
        boolean unfolded,
        @Nullable DownloadAction asked,
        Edge edge) {

    static RowState of(Download download) {
        return new RowState(download, Progress.of(download), 0, false, null, Edge.ONLY);
    }

    RowState with(Download changed, Progress reached) {
        return new RowState(changed, reached, place, unfolded, asked, edge);
    }

    RowState at(int newPlace, Edge newEdge) {
        return new RowState(download, progress, newPlace, unfolded, asked, newEdge);
    }

    RowState folded(boolean open) {
        return new RowState(download, progress, place, open, asked, edge);
    }

    RowState asking(@Nullable DownloadAction question) {
        return new RowState(download, progress, place, unfolded, question, edge);
    }
}
