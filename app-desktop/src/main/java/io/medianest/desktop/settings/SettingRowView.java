package io.medianest.desktop.settings;

import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.settings.SettingEntry;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/// One setting: its name and what it does at the left, its control at the right, and below that what became of the last
/// change. What is fixed elsewhere says where.
public final class SettingRowView extends HBox {
    private final Texts texts;
    private final SettingField field;
    private final Commands commands;
    private final Label name;
    private final Label help;
    private final VBox side = new VBox();
    private final Label message = Labels.toned("", Tone.NEUTRAL);
    private final Button undo;
    private final HBox below;
    private Subscription following = Subscription.EMPTY;
    private @Nullable Region control;

    /// What is done with a field.
    public interface Commands {
        /// Somebody has left it: what is written counts.
        void commit(SettingField field);

        void undo(SettingField field);

        /// Back to the default; forgets a secret.
        void reset(SettingField field);

        /// The text of a file is the value.
        default void take(SettingField field, Path file) {
            throw new UnsupportedOperationException(field.key() + " is no file");
        }
    }

    public SettingRowView(Texts texts, SettingField field, Commands commands) {
        super();
        this.texts = texts;
        this.field = field;
        this.commands = commands;
        this.name = wrapped(Labels.strong(texts.get("settings.field." + field.key())));
        this.help = wrapped(Labels.secondary(texts.get("settings.field." + field.key() + ".help")));
        this.undo = Buttons.quiet(id() + "-undo", texts.get("settings.undo"), () -> commands.undo(field));
        undo.setAccessibleText(texts.get("settings.undoOf", name.getText()));
        this.below = new HBox(message, undo);
        below.getStyleClass().add("setting-below");
        wrapped(message);
        HBox.setHgrow(message, Priority.ALWAYS);
        message.setMaxWidth(Double.MAX_VALUE);
        undo.managedProperty().bind(undo.visibleProperty());
        below.managedProperty().bind(below.visibleProperty());
        var words = new VBox(name, help);
        words.getStyleClass().add("setting-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        side.getStyleClass().add("setting-side");
        getStyleClass().add("setting");
        getChildren().addAll(words, side);
        following = following
                .and(field.entryProperty().subscribe(this::known))
                .and(field.stateProperty().subscribe(_ -> tell()))
                .and(field.problemProperty().subscribe(_ -> tell()));
    }

    private String id() {
        return "set-" + field.key().replace('.', '-');
    }

    static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private void known(@Nullable SettingEntry entry) {
        if (entry == null) {
            return;
        }
        if (control == null) {
            control = new SettingControlView(texts, field, commands).create(entry);
            control.setId(id());
            name.setLabelFor(control);
            control.setAccessibleText(name.getText());
            control.setAccessibleHelp(help.getText());
            side.getChildren().setAll(control, below);
        }
        control.setDisable(entry.locked());
        tell();
    }

    private void tell() {
        SettingEntry entry = field.entryProperty().get();
        if (entry == null) {
            return;
        }
        undo.setVisible(field.canUndo());
        message.setGraphic(null);
        switch (field.stateProperty().get()) {
            case SAVING -> say(texts.get("settings.saving"), Tone.NEUTRAL);
            case REFUSED -> say(refusal(), Tone.BAD);
            case SAVED -> say(saved(entry), Tone.GOOD);
            case STILL -> sayHowItIs(entry);
        }
    }

    private String saved(SettingEntry entry) {
        String later = entry.restartNeeded() ? "Later" : "";
        return field.isCompleted()
                ? texts.get("settings.completed" + later, Objects.requireNonNullElse(entry.value(), ""))
                : texts.get("settings.saved" + later);
    }

    private void sayHowItIs(SettingEntry entry) {
        if (entry.locked()) {
            message.setGraphic(new FontIcon(MaterialDesignL.LOCK));
            say(new SettingWords(texts).fixed(entry.source()), Tone.NEUTRAL);
        } else if (entry.restartNeeded()) {
            say(texts.get("settings.later"), Tone.WAITING);
        } else {
            below.setVisible(false);
        }
    }

    private void say(String what, Tone tone) {
        message.setText(what);
        message.getStyleClass().setAll("label", "toned", tone.style());
        below.setVisible(true);
    }

    private String refusal() {
        var problem = field.problemProperty().get();
        return problem == null ? "" : new SettingWords(texts).refusal(field, problem);
    }

    /// Ends what listens.
    public void close() {
        following.unsubscribe();
    }

    /// Where keys go.
    public void takeKeys() {
        if (control != null) {
            control.requestFocus();
        }
    }
}
