package io.medianest.desktop.settings;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.SettingsApi;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Screen;
import io.medianest.model.settings.SettingChanges;
import io.medianest.model.settings.SettingEntry;
import io.medianest.model.settings.SettingList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The settings of the server, read once and saved one change after the other. Belongs to the FX thread.
public final class SettingsModel {
    private static final long LARGEST_FILE = 1_000_000;

    private final SettingsApi api;
    private final Async async;
    private final Clock clock;
    private final Map<String, SettingField> fields = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<Screen<SettingList>> screen = new ReadOnlyObjectWrapper<>(Screen.loading());
    private final ReadOnlyBooleanWrapper restartNeeded = new ReadOnlyBooleanWrapper(false);
    private final Deque<Change> waiting = new ArrayDeque<>();
    /// What was asked for while one of its fields was on its way, by the field that was left: once each.
    private final Map<SettingField, Wish> postponed = new LinkedHashMap<>();

    private boolean saving;
    private Instant readAt = Instant.EPOCH;

    private record Wish(List<SettingField> together, SettingField cause, Runnable onSaved) {}

    /// @param values what is sent, by key; null for the default
    private record Change(Map<String, @Nullable String> values, Wish wish) {}

    public SettingsModel(SettingsApi api, Async async, Clock clock) {
        this.api = api;
        this.async = async;
        this.clock = clock;
    }

    public ReadOnlyObjectProperty<Screen<SettingList>> screenProperty() {
        return screen.getReadOnlyProperty();
    }

    /// Whether something was changed that works only after the next start.
    public ReadOnlyBooleanProperty restartNeededProperty() {
        return restartNeeded.getReadOnlyProperty();
    }

    /// The setting of that key; always the same object.
    public SettingField field(String key) {
        return fields.computeIfAbsent(key, SettingField::new);
    }

    /// Does nothing while a change is under way: its answer brings all of them, and this one could be older.
    public void read() {
        if (saving) {
            return;
        }
        screen.set(screen.get().whileReading());
        async.latest(this, api::list)
                .then(this::show, problem -> screen.set(screen.get().afterFailure(problem, readAt)));
    }

    private void show(SettingList list) {
        readAt = clock.instant();
        list.settings().forEach(entry -> field(entry.key()).read(entry));
        restartNeeded.set(list.restartNeeded());
        screen.set(Screen.of(list));
    }

    /// Saves what is written in one field.
    public void commit(SettingField field) {
        commit(List.of(field), field, () -> {});
    }

    /// Saves what is written in some fields that belong together: all or none. Where nothing is, nothing happens.
    ///
    /// @param cause the one that somebody has just left
    /// @param onSaved is told once they are
    public void commit(List<SettingField> together, SettingField cause, Runnable onSaved) {
        commit(new Wish(together, cause, onSaved));
    }

    private void commit(Wish wish) {
        wish.together().forEach(SettingField::complete);
        var dirty = wish.together().stream()
                .filter(field -> field.isOvertaken() || field.isDirty())
                .filter(field -> !field.isLocked())
                .toList();
        if (dirty.isEmpty() || !(screen.get() instanceof Screen.Content)) {
            return;
        }
        if (dirty.stream().anyMatch(SettingField::isSaving)) {
            if (dirty.stream().anyMatch(field -> field.isOvertaken() || !field.isSaving())) {
                postponed.put(wish.cause(), wish);
            }
            return;
        }
        var values = new LinkedHashMap<String, @Nullable String>();
        dirty.forEach(
                field -> values.put(field.key(), field.draftProperty().get().strip()));
        dirty.forEach(SettingField::saving);
        if (dirty.stream().anyMatch(SettingField::isSecret)) {
            dirty.forEach(SettingField::savedForGood);
        }
        waiting.add(new Change(values, new Wish(dirty, wish.cause(), wish.onSaved())));
        saveNext();
    }

    /// Takes the last change of a field back.
    public void undo(SettingField field) {
        if (field.canUndo()) {
            field.draftProperty().set(field.before());
            commit(field);
        }
    }

    /// Has a setting return to its default; a secret is forgotten.
    public void reset(SettingField field) {
        save(field, null);
    }

    /// Gives a setting a value, whatever is being written.
    public void save(SettingField field, @Nullable String value) {
        var changes = new LinkedHashMap<String, @Nullable String>();
        changes.put(field.key(), value);
        field.saving();
        waiting.add(new Change(changes, new Wish(List.of(field), field, () -> {})));
        saveNext();
    }

    /// Gives a setting the text of a file.
    public void saveFile(SettingField field, Path file) {
        field.saving();
        async.run(() -> text(file)).then(text -> save(field, text), field::refused);
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw ApiException.unreadable(file, new IOException("larger than " + LARGEST_FILE));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw ApiException.unreadable(file, e);
        }
    }

    private void saveNext() {
        if (saving || waiting.isEmpty()) {
            return;
        }
        var change = waiting.remove();
        saving = true;
        async.cancel(this);
        async.run(() -> api.change(SettingChanges.of(change.values())))
                .then(ended(list -> saved(list, change.wish())), ended(problem -> refused(problem, change.wish())));
    }

    private <T> Consumer<T> ended(Consumer<T> outcome) {
        return value -> {
            saving = false;
            outcome.accept(value);
            saveNext();
            var again = List.copyOf(postponed.values());
            postponed.clear();
            again.forEach(this::commit);
        };
    }

    private void saved(SettingList list, Wish change) {
        Map<String, SettingEntry> entries =
                list.settings().stream().collect(Collectors.toMap(SettingEntry::key, entry -> entry));
        change.together().forEach(field -> {
            SettingEntry now = entries.get(field.key());
            if (now != null) {
                field.saved(now);
            } else {
                field.waiting();
            }
        });
        show(list);
        change.onSaved().run();
    }

    /// The server names the setting that it does not take: that may be a key that has to be entered anew.
    private void refused(ApiException problem, Wish change) {
        String named = problem.details();
        SettingField guilty = named != null && fields.containsKey(named) ? field(named) : change.cause();
        boolean mended = guilty.isOvertaken();
        change.together().forEach(SettingField::waiting);
        if (!mended) {
            guilty.refused(problem);
        }
    }
}
