package io.medianest.desktop.settings;

import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.KeyKeeper;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Asks, in the place that it is about, before something is done that cannot be undone. Escape leaves things as they
/// are.
final class QuestionView extends HBox {
    private final Button no;
    private final KeyKeeper keys = new KeyKeeper(this);

    /// Not to be seen until it is asked.
    ///
    /// @param id of the two answers: `ID-yes` and `ID-no`
    QuestionView(Texts texts, String id, String sentence, String yes, Runnable onYes) {
        super();
        Label words = SettingRowView.wrapped(Labels.secondary(sentence));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        this.no = Buttons.quiet(id + "-no", texts.get("settings.leave"), this::hide);
        var confirm = Buttons.danger(id + "-yes", yes, () -> {
            hide();
            onYes.run();
        });
        confirm.setAccessibleText(yes + ". " + sentence);
        getStyleClass().add("settings-question");
        getChildren().addAll(words, no, confirm);
        managedProperty().bind(visibleProperty());
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                hide();
                key.consume();
            }
        });
        hide();
    }

    /// Keys go to the harmless answer.
    void ask() {
        keys.opens();
        setVisible(true);
        no.requestFocus();
    }

    private void hide() {
        keys.close(() -> setVisible(false));
    }
}
