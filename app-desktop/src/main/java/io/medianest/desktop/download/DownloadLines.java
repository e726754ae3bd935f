package io.medianest.desktop.download;

import io.medianest.desktop.download.DownloadLine.Mark;
import io.medianest.model.download.DownloadStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The lines of the list, in their order: the queue with what is unfolded in it, then what has ended. Changes as few
/// of them as possible, so that what is shown does not jump. Belongs to the FX thread.
final class DownloadLines {
    private final PlaylistVideos videos;
    private final ObservableList<DownloadLine> lines = FXCollections.observableArrayList();
    private final ObservableList<DownloadLine> shown = FXCollections.unmodifiableObservableList(lines);
    private final ReadOnlyBooleanWrapper arranging = new ReadOnlyBooleanWrapper();
    private @Nullable Mark foot;

    DownloadLines(PlaylistVideos videos) {
        this.videos = videos;
    }

    ObservableList<DownloadLine> list() {
        return shown;
    }

    /// True while lines are changing places, when each for a moment is not there.
    ReadOnlyBooleanProperty arrangingProperty() {
        return arranging.getReadOnlyProperty();
    }

    /// What stands below everything, if anything does.
    void endWith(@Nullable Mark mark) {
        lines.removeIf(line -> line instanceof Mark known && known == foot);
        foot = mark;
        if (mark != null) {
            lines.add(mark);
        }
    }

    /// Shows these from now on.
    void show(List<DownloadRow> queue, List<DownloadRow> ended) {
        var wanted = new ArrayList<DownloadLine>();
        number(queue);
        addCard(wanted, queue);
        wanted.add(Mark.ENDED);
        if (ended.isEmpty()) {
            wanted.add(Mark.NOTHING_ENDED);
        }
        addCard(wanted, ended);
        if (foot != null) {
            wanted.add(foot);
        }
        arrange(wanted);
    }

    private static void number(List<DownloadRow> queue) {
        int place = 0;
        for (DownloadRow row : queue) {
            boolean waits = row.download().status() == DownloadStatus.QUEUED;
            place += waits ? 1 : 0;
            row.stand(waits ? place : 0, row.state().edge());
        }
    }

    private void addCard(List<DownloadLine> wanted, List<DownloadRow> rows) {
        var card = new ArrayList<DownloadRow>();
        for (DownloadRow row : rows) {
            card.add(row);
            if (row.state().unfolded()) {
                card.addAll(videos.of(row.id()));
            }
        }
        for (int i = 0; i < card.size(); i++) {
            DownloadRow row = card.get(i);
            row.stand(row.state().place(), Edge.of(i, card.size()));
        }
        wanted.addAll(card);
    }

    private void arrange(List<DownloadLine> wanted) {
        if (lines.equals(wanted)) {
            return;
        }
        arranging.set(true);
        lines.retainAll(new HashSet<>(wanted));
        for (int i = 0; i < wanted.size(); i++) {
            DownloadLine line = wanted.get(i);
            if (i < lines.size() && Objects.equals(lines.get(i), line)) {
                continue;
            }
            lines.remove(line);
            lines.add(i, line);
        }
        arranging.set(false);
    }
}
