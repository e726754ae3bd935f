package io.medianest.desktop.request;

import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.Texts;
import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Asks why a request is denied, where the button was. Enter denies, Escape leaves things as they are.
final class DenyFormView extends VBox {
    private static final int LONGEST = 500;

    private final TextField reason = new TextField();

    /// Closed so far.
    ///
    /// @param id of the reason's field; the buttons get it with an ending
    DenyFormView(String id, Texts texts, Consumer<String> onDeny) {
        super();
        reason.setId(id);
        reason.getStyleClass().add("mn-field");
        reason.setPromptText(texts.get("request.deny.prompt"));
        reason.setAccessibleText(texts.get("request.deny.prompt"));
        reason.textProperty().subscribe(text -> {
            if (text.length() > LONGEST) {
                reason.setText(text.substring(0, LONGEST));
            }
        });
        Runnable deny = () -> {
            close();
            onDeny.accept(reason.getText());
        };
        reason.setOnAction(_ -> deny.run());
        var buttons = new HBox(
                Buttons.danger(id + "-send", texts.get("request.deny.send"), deny),
                Buttons.quiet(id + "-leave", texts.get("request.deny.leave"), this::close));
        buttons.getStyleClass().add("request-actions");
        HBox.setHgrow(reason, Priority.ALWAYS);
        getStyleClass().add("deny-form");
        getChildren().addAll(reason, buttons);
        managedProperty().bind(visibleProperty());
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                close();
                key.consume();
            }
        });
        close();
    }

    void open() {
        reason.clear();
        setVisible(true);
        reason.requestFocus();
    }

    void close() {
        setVisible(false);
    }
}
