package io.medianest.desktop.download;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.DownloadApi;
import io.medianest.desktop.api.DownloadApi.FileFate;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Notices;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.account.User;
import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadMove;
import io.medianest.model.download.DownloadMove.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/// What a person does about downloads: pausing, going on, cancelling, moving, and what else there is. Whatever would
/// be lost for good is asked about first. Belongs to the FX thread.
public final class DownloadActionsViewModel {
    private final DownloadApi api;
    private final Async async;
    private final Notices notices;
    private final Desk desk;
    private final ObservableValue<@Nullable User> me;
    private final DownloadRows rows;
    private final ObservableSet<String> underWay = FXCollections.observableSet();
    private final ObservableSet<String> shownUnderWay = FXCollections.unmodifiableObservableSet(underWay);

    /// What of the person's machine is used.
    public interface Desk {
        /// Shows a file, or what is in a folder, where the person looks at files.
        void show(Path file);

        /// Puts a text into the clipboard.
        void copy(String text);
    }

    /// Does nothing by itself.
    ///
    /// @param me the person at the window, once that is known
    DownloadActionsViewModel(
            DownloadApi api,
            Async async,
            Notices notices,
            Desk desk,
            ObservableValue<@Nullable User> me,
            DownloadRows rows) {
        this.api = api;
        this.async = async;
        this.notices = notices;
        this.desk = desk;
        this.me = me;
        this.rows = rows;
    }

    /// The ids of the downloads with which something is being done just now.
    public ObservableSet<String> underWay() {
        return shownUnderWay;
    }

    /// What makes sense for a download just now, in the order in which it is offered.
    public List<DownloadAction> open(DownloadRow row) {
        User person = me.getValue();
        if (person == null || underWay.contains(row.id())) {
            return List.of();
        }
        return Arrays.stream(DownloadAction.values())
                .filter(action -> action.isOpenTo(person, row.download()))
                .filter(action -> leadsSomewhere(action, row))
                .toList();
    }

    /// Does it, or asks about it first.
    public void choose(DownloadAction action, DownloadRow row) {
        if (!open(row).contains(action)) {
            return;
        }
        if (action.isAskedAbout(row.download())) {
            row.ask(action);
            return;
        }
        carryOut(action, row, null);
    }

    /// The answer is yes.
    ///
    /// @param comment for the person who asked, where something is denied
    public void confirm(DownloadRow row, @Nullable String comment) {
        DownloadAction asked = row.state().asked();
        row.ask(null);
        if (asked != null && open(row).contains(asked)) {
            carryOut(asked, row, comment == null || comment.isBlank() ? null : comment.strip());
        }
    }

    /// The answer is no.
    public void leave(DownloadRow row) {
        row.ask(null);
    }

    private void carryOut(DownloadAction action, DownloadRow row, @Nullable String comment) {
        Download download = row.download();
        switch (action) {
            case SHOW_IN_FOLDER -> showFile(download);
            case COPY_LINK -> {
                desk.copy(download.url());
                notices.tell(Tone.GOOD, "download.copied");
            }
            case TOP, UP, DOWN -> move(row, destination(action, row));
            case APPROVE, DENY, PAUSE, RESUME, RETRY, CANCEL, REMOVE, REMOVE_WITH_FILE -> {
                underWay.add(row.id());
                async.run(() -> call(action, download.id(), comment))
                        .then(now -> done(action, row, now), problem -> refused(row, problem));
            }
        }
    }

    private Download call(DownloadAction action, String id, @Nullable String comment) {
        return switch (action) {
            case APPROVE -> api.approve(id);
            case DENY -> api.deny(id, comment);
            case PAUSE -> api.pause(id);
            case RESUME -> api.resume(id);
            case RETRY -> api.retry(id);
            case CANCEL, REMOVE -> api.cancelOrRemove(id, FileFate.KEEP);
            case REMOVE_WITH_FILE -> api.cancelOrRemove(id, FileFate.DELETE);
            case TOP, UP, DOWN, SHOW_IN_FOLDER, COPY_LINK -> api.show(id);
        };
    }

    private void done(DownloadAction action, DownloadRow row, Download now) {
        underWay.remove(row.id());
        switch (action) {
            case REMOVE, REMOVE_WITH_FILE -> {
                rows.remove(row);
                tell(action, now);
            }
            case APPROVE, DENY -> {
                rows.changed(now);
                tell(action, now);
            }
            case PAUSE, RESUME, RETRY, CANCEL, TOP, UP, DOWN, SHOW_IN_FOLDER, COPY_LINK -> rows.changed(now);
        }
    }

    private void tell(DownloadAction action, Download download) {
        String name = download.title() == null ? download.url() : download.title();
        notices.tell(Tone.GOOD, "download.done." + action.name(), name);
    }

    private void refused(DownloadRow row, ApiException problem) {
        underWay.remove(row.id());
        notices.problem(problem);
    }

    private void showFile(Download download) {
        String path = download.outputPath();
        if (path == null) {
            return;
        }
        Path file = Path.of(path);
        async.run(() -> Files.exists(file)).then(there -> showIfThere(there, file), notices::problem);
    }

    private void showIfThere(boolean there, Path file) {
        if (there) {
            desk.show(file);
        } else {
            notices.tell(Tone.WAITING, "download.fileGone", file.toString());
        }
    }

    private void move(DownloadRow row, @Nullable DownloadMove move) {
        if (move == null) {
            return;
        }
        underWay.add(row.id());
        async.run(() -> api.move(row.id(), move))
                .then(
                        _ -> {
                            underWay.remove(row.id());
                            rows.move(row, move);
                        },
                        problem -> refused(row, problem));
    }

    private boolean leadsSomewhere(DownloadAction action, DownloadRow row) {
        return switch (action) {
            case TOP, UP, DOWN -> destination(action, row) != null;
            case APPROVE, DENY, PAUSE, RESUME, RETRY, SHOW_IN_FOLDER, COPY_LINK, CANCEL, REMOVE, REMOVE_WITH_FILE ->
                true;
        };
    }

    /// Null when it is there already.
    private @Nullable DownloadMove destination(DownloadAction action, DownloadRow row) {
        List<DownloadRow> line = rows.waitingBeside(row);
        int place = line.indexOf(row);
        boolean last = place == line.size() - 1;
        if (place < 0 || (action == DownloadAction.DOWN ? last : place == 0)) {
            return null;
        }
        if (action == DownloadAction.UP) {
            return new DownloadMove(null, line.get(place - 1).id());
        }
        if (action == DownloadAction.DOWN && place + 2 < line.size()) {
            return new DownloadMove(null, line.get(place + 2).id());
        }
        return new DownloadMove(action == DownloadAction.TOP ? Place.TOP : Place.BOTTOM, null);
    }
}
