package io.medianest.desktop.download;

import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadKind;
import io.medianest.model.download.DownloadStatus;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// A download in the list. It stays the same object for as long as it is listed, so that a change repaints it in its
/// place and neither selection nor scrolling is disturbed. Belongs to the FX thread.
public final class DownloadRow implements DownloadLine {
    private final ReadOnlyObjectWrapper<RowState> state;

    DownloadRow(Download download) {
        this.state = new ReadOnlyObjectWrapper<>(RowState.of(download));
    }

    public ReadOnlyObjectProperty<RowState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public RowState state() {
        return state.get();
    }

    public Download download() {
        return state.get().download();
    }

    public String id() {
        return download().id();
    }

    /// Whether it is a part of a playlist.
    public boolean isPart() {
        return download().playlistId() != null;
    }

    public boolean isPlaylist() {
        return download().kind() == DownloadKind.PLAYLIST;
    }

    /// Takes over a newer state of the download; an older one, which was overtaken on its way, is dropped.
    void take(Download other) {
        Download known = download();
        if (other.version() < known.version()) {
            return;
        }
        boolean goesOn = known.status() == DownloadStatus.DOWNLOADING && other.status() == DownloadStatus.DOWNLOADING;
        boolean saysNothingOfBytes = other.speedBytesPerSecond() == null;
        Progress reached =
                goesOn && saysNothingOfBytes ? state.get().progress().atLeast(other.progress()) : Progress.of(other);
        state.set(state.get().with(other, reached));
    }

    /// A playlist of which at least so much is there, as its videos told.
    void reached(Progress sum) {
        state.set(state.get().with(download(), sum));
    }

    void stand(int place, Edge edge) {
        state.set(state.get().at(place, edge));
    }

    void fold(boolean open) {
        state.set(state.get().folded(open));
    }

    /// Asks before something is done that cannot be undone; with `null` no more.
    void ask(@Nullable DownloadAction question) {
        state.set(state.get().asking(question));
    }
}
