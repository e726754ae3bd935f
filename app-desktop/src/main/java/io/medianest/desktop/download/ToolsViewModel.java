package io.medianest.desktop.download;

import io.medianest.desktop.api.LiveBoard;
import io.medianest.model.status.ServiceState;
import io.medianest.model.status.ServiceStatus;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.MapChangeListener;
import org.jspecify.annotations.Nullable;

/// Whether the programs are there that download videos. Belongs to the FX thread.
public final class ToolsViewModel {
    private static final String SERVICE = "youtube";

    private final LiveBoard board;
    private final MapChangeListener<String, ServiceStatus> listener = _ -> look();
    private final ReadOnlyObjectWrapper<@Nullable ServiceStatus> trouble = new ReadOnlyObjectWrapper<>();

    public ToolsViewModel(LiveBoard board) {
        this.board = board;
    }

    /// Keeps up with the board from now on.
    public void start() {
        board.services().addListener(listener);
        look();
    }

    public void close() {
        board.services().removeListener(listener);
    }

    /// The service, while it does not work; else absent.
    public ReadOnlyObjectProperty<@Nullable ServiceStatus> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    private void look() {
        ServiceStatus service = board.services().get(SERVICE);
        boolean troubled = service != null && (service.status() == ServiceState.OFFLINE || !service.configured());
        trouble.set(troubled ? service : null);
    }
}
