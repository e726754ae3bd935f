package io.medianest.desktop.settings;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.UpkeepApi;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Notices;
import io.medianest.desktop.ui.Screen;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.admin.Backup;
import io.medianest.model.admin.BackupList;
import io.medianest.model.admin.Restore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The backups that are kept: made, carried away, and put back.
public final class BackupViewModel {
    private final UpkeepApi api;
    private final Async async;
    private final Notices notices;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Screen<List<Backup>>> screen = new ReadOnlyObjectWrapper<>(Screen.loading());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<@Nullable Restore> restored = new ReadOnlyObjectWrapper<>();
    private Instant readAt = Instant.EPOCH;

    public BackupViewModel(UpkeepApi api, Async async, Notices notices, Clock clock) {
        this.api = api;
        this.async = async;
        this.notices = notices;
        this.clock = clock;
    }

    public void read() {
        screen.set(screen.get().whileReading());
        async.latest(this, api::backups)
                .then(this::show, problem -> screen.set(screen.get().afterFailure(problem, readAt)));
    }

    private void show(BackupList list) {
        readAt = clock.instant();
        screen.set(list.backups().isEmpty() ? Screen.empty() : Screen.of(list.backups()));
    }

    /// Makes one more; the oldest goes where there are too many.
    public void make() {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        async.run(() -> {
                    api.backUp();
                    return api.backups();
                })
                .then(
                        list -> {
                            busy.set(false);
                            show(list);
                            notices.tell(Tone.GOOD, "settings.backup.made");
                        },
                        this::failed);
    }

    /// Writes a backup to a file of this machine.
    public void save(Backup backup, Path target) {
        busy.set(true);
        async.run(() -> {
                    api.save(backup.name(), target);
                    return target;
                })
                .then(
                        file -> {
                            busy.set(false);
                            notices.tell(Tone.GOOD, "settings.backup.savedTo", file.toString());
                        },
                        this::failed);
    }

    /// Has a backup take the place of the present data at the next start.
    public void restore(Backup backup) {
        busy.set(true);
        async.run(() -> api.restore(backup.name()))
                .then(
                        done -> {
                            busy.set(false);
                            restored.set(done);
                        },
                        this::failed);
    }

    private void failed(ApiException problem) {
        busy.set(false);
        notices.problem(problem);
    }

    public ReadOnlyObjectProperty<Screen<List<Backup>>> screenProperty() {
        return screen.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// What waits for the next start; absent while nothing does.
    public ReadOnlyObjectProperty<@Nullable Restore> restoredProperty() {
        return restored.getReadOnlyProperty();
    }
}
