package io.medianest.desktop.settings;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.UpkeepApi;
import io.medianest.desktop.ui.Async;
import io.medianest.model.download.DownloadTools;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The programs that downloads need: which are there, how old they are, and their renewal.
public final class ProgramsViewModel {
    private final UpkeepApi api;
    private final Async async;
    private final ReadOnlyObjectWrapper<@Nullable DownloadTools> tools = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ApiException> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);

    public ProgramsViewModel(UpkeepApi api, Async async) {
        this.api = api;
        this.async = async;
    }

    /// Does nothing while they are being read or renewed.
    public void read() {
        if (busy.get()) {
            return;
        }
        begin();
        async.latest(this, api::tools).then(this::found, this::failed);
    }

    /// Renews yt-dlp, where it is a copy of the server's own.
    public void update() {
        if (busy.get()) {
            return;
        }
        begin();
        async.latest(this, api::updateTools).then(this::found, this::failed);
    }

    private void begin() {
        busy.set(true);
        problem.set(null);
    }

    private void found(DownloadTools now) {
        busy.set(false);
        tools.set(now);
    }

    private void failed(ApiException why) {
        busy.set(false);
        problem.set(why);
    }

    /// Absent until they were read.
    public ReadOnlyObjectProperty<@Nullable DownloadTools> toolsProperty() {
        return tools.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable ApiException> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
