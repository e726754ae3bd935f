package io.medianest.desktop.settings;

import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Some settings that have to do with each other.
final class SettingCardView extends VBox {
    private final List<SettingRowView> rows = new ArrayList<>();

    /// @param title of the card, a key of a text
    /// @param keys of the settings
    SettingCardView(Texts texts, String title, SettingsModel model, List<String> keys) {
        super();
        getStyleClass().addAll("card", "settings-card");
        getChildren().add(Labels.section(texts.get(title)));
        if (texts.has(title + ".help")) {
            getChildren().add(SettingRowView.wrapped(Labels.secondary(texts.get(title + ".help"))));
        }
        var commands = new PlainCommands(model);
        for (String key : keys) {
            var row = new SettingRowView(texts, model.field(key), commands);
            rows.add(row);
            getChildren().add(row);
        }
    }

    /// Each field by itself.
    private record PlainCommands(SettingsModel model) implements SettingRowView.Commands {
        @Override
        public void commit(SettingField field) {
            model.commit(field);
        }

        @Override
        public void undo(SettingField field) {
            model.undo(field);
        }

        @Override
        public void reset(SettingField field) {
            model.reset(field);
        }

        @Override
        public void take(SettingField field, Path file) {
            model.saveFile(field, file);
        }
    }

    /// A row like those of settings, for something that is none.
    static HBox row(Texts texts, String key, Node control) {
        var words = new VBox(
                SettingRowView.wrapped(Labels.strong(texts.get(key))),
                SettingRowView.wrapped(Labels.secondary(texts.get(key + ".help"))));
        words.getStyleClass().add("setting-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(words, control);
        row.getStyleClass().add("setting");
        return row;
    }

    void close() {
        rows.forEach(SettingRowView::close);
    }
}
