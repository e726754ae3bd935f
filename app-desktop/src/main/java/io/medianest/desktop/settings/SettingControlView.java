package io.medianest.desktop.settings;

import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.SegmentedFilter;
import io.medianest.desktop.ui.Switch;
import io.medianest.desktop.ui.Texts;
import io.medianest.model.settings.SettingChoice;
import io.medianest.model.settings.SettingEntry;
import io.medianest.model.settings.SettingKind;
import java.io.File;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// The control that fits a kind of setting. What is written counts when the field is left or Enter is pressed; Escape
/// brings back what was there.
final class SettingControlView {
    private static final String FOLDER = "youtube.directory";

    private final Texts texts;
    private final SettingField field;
    private final SettingRowView.Commands commands;

    SettingControlView(Texts texts, SettingField field, SettingRowView.Commands commands) {
        this.texts = texts;
        this.field = field;
        this.commands = commands;
    }

    Region create(SettingEntry entry) {
        return switch (entry.kind()) {
            case FLAG -> flag();
            case CHOICE -> choice(Objects.requireNonNullElse(entry.choices(), List.of()));
            case SECRET -> secret();
            case SECRET_FILE -> file();
            case TEXT, ADDRESS, DURATION, LIMIT, NUMBER -> FOLDER.equals(field.key()) ? folder(entry) : text(entry);
        };
    }

    private Region text(SettingEntry entry) {
        var control = new TextField();
        control.setPromptText(prompt(entry));
        if (entry.kind() == SettingKind.NUMBER
                || entry.kind() == SettingKind.DURATION
                || entry.kind() == SettingKind.LIMIT) {
            control.getStyleClass().add("setting-short");
        }
        connect(control);
        return control;
    }

    private String prompt(SettingEntry entry) {
        String example = "settings.field." + field.key() + ".example";
        if (texts.has(example)) {
            return texts.get(example);
        }
        return entry.fallback() == null ? "" : texts.get("settings.default", entry.fallback());
    }

    private void connect(TextField control) {
        control.getStyleClass().add("mn-field");
        control.textProperty().bindBidirectional(field.draftProperty());
        control.setOnAction(_ -> commands.commit(field));
        control.focusedProperty().subscribe((had, has) -> {
            if (!has) {
                commands.commit(field);
            }
        });
        control.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE && field.isDirty()) {
                field.revert();
                key.consume();
            }
        });
    }

    private Region secret() {
        var control = new PasswordField();
        connect(control);
        field.entryProperty()
                .subscribe(_ -> control.setPromptText(field.isSet() ? texts.get("settings.secretSet") : ""));
        HBox.setHgrow(control, Priority.ALWAYS);
        return new FieldBox(control, forgetButton());
    }

    private Button forgetButton() {
        Button forget = Buttons.icon(
                id() + "-forget",
                texts.get("settings.forget", texts.get("settings.field." + field.key())),
                MaterialDesignC.CLOSE,
                () -> commands.reset(field));
        forget.managedProperty().bind(forget.visibleProperty());
        field.entryProperty().subscribe(_ -> forget.setVisible(field.isSet() && !field.isLocked()));
        return forget;
    }

    /// A field with a button beside it; has the focus of its field.
    private static final class FieldBox extends HBox {
        private final TextField control;

        FieldBox(TextField control, Region button) {
            super(control, button);
            this.control = control;
            getStyleClass().add("setting-secret");
            idProperty().subscribe(id -> control.setId(id == null ? null : id + "-field"));
            control.accessibleTextProperty().bind(accessibleTextProperty());
        }

        @Override
        public void requestFocus() {
            control.requestFocus();
        }
    }

    private Region folder(SettingEntry entry) {
        Region written = text(entry);
        HBox.setHgrow(written, Priority.ALWAYS);
        var choose = Buttons.icon(
                id() + "-choose", texts.get("settings.chooseFolder"), MaterialDesignF.FOLDER_OPEN, () -> {});
        var box = new FieldBox((TextField) written, choose);
        choose.setOnAction(_ -> {
            var chooser = new DirectoryChooser();
            chooser.setTitle(texts.get("settings.chooseFolder"));
            File before = new File(field.draftProperty().get());
            if (before.isDirectory()) {
                chooser.setInitialDirectory(before);
            }
            File chosen = chooser.showDialog(box.getScene().getWindow());
            if (chosen != null) {
                field.draftProperty().set(chosen.toString());
                commands.commit(field);
            }
        });
        return box;
    }

    private Region file() {
        Button choose = Buttons.plain(id() + "-choose", texts.get("settings.chooseFile"), () -> {});
        Button forget = forgetButton();
        choose.setOnAction(_ -> {
            var chooser = new FileChooser();
            chooser.setTitle(texts.get("settings.field." + field.key()));
            File chosen = chooser.showOpenDialog(choose.getScene().getWindow());
            if (chosen != null) {
                commands.take(field, chosen.toPath());
            }
        });
        var state = Labels.secondary("");
        field.entryProperty()
                .subscribe(_ -> state.setText(texts.get(field.isSet() ? "settings.fileSet" : "settings.fileUnset")));
        var box = new HBox(choose, state, forget);
        box.getStyleClass().add("setting-secret");
        return box;
    }

    private String id() {
        return "set-" + field.key().replace('.', '-');
    }

    private Region flag() {
        var control = new Switch();
        field.draftProperty().subscribe(draft -> control.setSelected(Boolean.parseBoolean(draft)));
        control.selectedProperty().subscribe((before, now) -> {
            if (now != Boolean.parseBoolean(field.draftProperty().get())) {
                field.draftProperty().set(now.toString());
                commands.commit(field);
            }
        });
        return control;
    }

    private Region choice(List<SettingChoice> choices) {
        var control = new SegmentedFilter<>(
                id() + "-choice",
                field.draftProperty().get(),
                choices.stream().map(SettingChoice::value).toList(),
                this::word);
        field.draftProperty().subscribe(control.valueProperty()::set);
        control.valueProperty().subscribe((before, now) -> {
            if (!now.equals(field.draftProperty().get())) {
                field.draftProperty().set(now);
                commands.commit(field);
            }
        });
        var example = SettingRowView.wrapped(Labels.styled("", "secondary", "setting-example"));
        field.draftProperty()
                .subscribe(now -> example.setText(choices.stream()
                        .filter(choice -> choice.value().equals(now))
                        .map(SettingChoice::example)
                        .findFirst()
                        .orElse("")));
        return new VBox(6, control, example);
    }

    /// A newer server may know more choices than this window has words for.
    private String word(String choice) {
        String key = "settings.choice." + field.key() + "." + choice;
        return texts.has(key) ? texts.get(key) : choice;
    }
}
