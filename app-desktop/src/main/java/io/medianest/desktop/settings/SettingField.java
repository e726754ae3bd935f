package io.medianest.desktop.settings;

import io.medianest.desktop.api.ApiException;
import io.medianest.model.settings.SettingEntry;
import io.medianest.model.settings.SettingKind;
import io.medianest.model.settings.SettingSource;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// One setting as it stands, and as somebody is changing it. Belongs to the FX thread.
public final class SettingField {
    private final String key;
    private final StringProperty draft = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable SettingEntry> entry = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.STILL);
    private final ReadOnlyObjectWrapper<@Nullable ApiException> problem = new ReadOnlyObjectWrapper<>();
    private @Nullable String before;
    private String written = "";
    private boolean completed;

    /// Where a change is.
    public enum State {
        STILL,
        SAVING,
        SAVED,
        REFUSED
    }

    SettingField(String key) {
        this.key = key;
        draft.subscribe((_, _) -> touched());
    }

    public String key() {
        return key;
    }

    /// What is being written; empty for a secret until somebody writes a new one.
    public StringProperty draftProperty() {
        return draft;
    }

    /// As the server has it; absent until it was read.
    public ReadOnlyObjectProperty<@Nullable SettingEntry> entryProperty() {
        return entry.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Why it was refused, while it is.
    public ReadOnlyObjectProperty<@Nullable ApiException> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Whether there is a value, be it one that is not shown.
    public boolean isSet() {
        return !stored().isEmpty();
    }

    public boolean isLocked() {
        SettingEntry known = entry.get();
        return known != null && known.locked();
    }

    public boolean isSecret() {
        SettingEntry known = entry.get();
        return known != null && (known.kind() == SettingKind.SECRET || known.kind() == SettingKind.SECRET_FILE);
    }

    /// Whether something else is written than what is stored.
    public boolean isDirty() {
        return isSecret() ? !draft.get().isBlank() : !draft.get().strip().equals(stored());
    }

    /// Whether the last change can be taken back. What was secret is not known here.
    public boolean canUndo() {
        return state.get() == State.SAVED && before != null;
    }

    private String stored() {
        SettingEntry known = entry.get();
        return known == null ? "" : Objects.requireNonNullElse(known.value(), "");
    }

    /// Leaves what was written and shows what is stored.
    public void revert() {
        draft.set(isSecret() ? "" : stored());
        still();
    }

    /// The value before the last change; empty for the default.
    String before() {
        return Objects.requireNonNullElse(before, "");
    }

    /// Whether something was added to the address that is written, or was saved.
    public boolean isCompleted() {
        return completed;
    }

    /// Adds what an address lacks to be one.
    void complete() {
        SettingEntry known = entry.get();
        if (known != null && known.kind() == SettingKind.ADDRESS) {
            Addresses.completed(draft.get()).ifPresent(whole -> {
                draft.set(whole);
                completed = true;
            });
        }
    }

    private void touched() {
        completed = false;
        if (state.get() == State.SAVED || state.get() == State.REFUSED) {
            still();
        }
    }

    private void still() {
        problem.set(null);
        state.set(State.STILL);
    }

    /// What the server has now; what somebody is writing meanwhile stays.
    void read(SettingEntry now) {
        boolean untouched = !isDirty();
        entry.set(now);
        if (untouched && state.get() != State.REFUSED && state.get() != State.SAVING) {
            var kept = state.get();
            draft.set(isSecret() ? "" : stored());
            state.set(kept);
        }
    }

    /// What is written now is on its way.
    void saving() {
        SettingEntry known = entry.get();
        boolean ours = known != null && known.source() == SettingSource.DATABASE;
        before = isSecret() ? null : ours ? stored() : "";
        written = draft.get();
        problem.set(null);
        state.set(State.SAVING);
    }

    /// It was saved together with a secret, which nobody has any more: it cannot go back alone.
    void savedForGood() {
        before = null;
    }

    boolean isSaving() {
        return state.get() == State.SAVING;
    }

    /// Whether something else has been written since it was sent.
    boolean isOvertaken() {
        return isSaving() && !draft.get().equals(written);
    }

    /// The server has taken it. What was written meanwhile stays.
    void saved(SettingEntry now) {
        boolean overtaken = isOvertaken();
        entry.set(now);
        if (overtaken) {
            still();
            return;
        }
        draft.set(isSecret() ? "" : stored());
        problem.set(null);
        state.set(State.SAVED);
    }

    /// It is not taken. What was chosen goes back to what it was; what was written stays, to be mended.
    void refused(ApiException why) {
        SettingEntry known = entry.get();
        if (known != null && (known.kind() == SettingKind.FLAG || known.kind() == SettingKind.CHOICE)) {
            draft.set(stored());
        }
        problem.set(why);
        state.set(State.REFUSED);
    }

    /// Another one was refused, and this one with it.
    void waiting() {
        state.set(State.STILL);
    }
}
