package io.medianest.desktop.download;

import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.KeyKeeper;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Texts;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Asks in a download's own row before something is done that cannot be undone. Escape leaves things as they are.
final class DownloadQuestionView extends HBox {
    private static final int LONGEST = 500;

    private final Texts texts;
    private final Label sentence = Labels.secondary("");
    private final TextField reason = new TextField();
    private final Button yes;
    private final Button no;
    private final KeyKeeper keys = new KeyKeeper(this);

    /// Asks nothing so far.
    ///
    /// @param onYes gets the reason, which may be empty
    DownloadQuestionView(Texts texts, Consumer<String> onYes, Runnable onNo) {
        super();
        this.texts = texts;
        this.yes = Buttons.danger("download-yes", "", () -> onYes.accept(reason.getText()));
        this.no = Buttons.quiet("download-no", texts.get("download.no"), onNo);
        reason.setId("download-reason");
        reason.getStyleClass().add("mn-field");
        reason.setPromptText(texts.get("download.ask.DENY"));
        reason.setAccessibleText(texts.get("download.ask.DENY"));
        reason.setOnAction(_ -> onYes.accept(reason.getText()));
        reason.textProperty().subscribe(text -> {
            if (text.length() > LONGEST) {
                reason.setText(text.substring(0, LONGEST));
            }
        });
        sentence.setMinWidth(0);
        for (Region part : new Region[] {sentence, reason}) {
            part.managedProperty().bind(part.visibleProperty());
            part.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(part, Priority.ALWAYS);
        }
        managedProperty().bind(visibleProperty());
        setVisible(false);
        getStyleClass().add("download-question");
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                onNo.run();
                key.consume();
            }
        });
    }

    void ask(DownloadAction action) {
        // Not before: most rows never ask, and a field takes longer to style than all the rest of a row.
        if (getChildren().isEmpty()) {
            getChildren().addAll(sentence, reason, yes, no);
        }
        boolean why = action == DownloadAction.DENY;
        reason.setVisible(why);
        sentence.setVisible(!why);
        sentence.setText(why ? "" : texts.get("download.ask." + action.name()));
        yes.setText(texts.get("download.yes." + action.name()));
        yes.setAccessibleText(yes.getText() + ". " + sentence.getText());
        setVisible(true);
    }

    void hide() {
        reason.clear();
        keys.close(() -> setVisible(false));
    }

    /// Keys go to what is asked; to the harmless answer, where there is nothing to write.
    void takeKeys() {
        keys.opens();
        (reason.isVisible() ? reason : no).requestFocus();
    }
}
