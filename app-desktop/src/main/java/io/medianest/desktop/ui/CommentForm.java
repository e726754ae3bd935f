package io.medianest.desktop.ui;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Asks for a few words before something is done, where its button was. Enter does it, Escape leaves things as they
/// are.
public final class CommentForm extends VBox {
    private static final int LONGEST = 500;

    private final Words words;
    private final Button send;
    private final Consumer<String> onSend;
    private final String id;
    private final TextField comment = new TextField();
    private @Nullable Node before;

    /// What it says.
    ///
    /// @param prompt what the words are for, and that they may be left out
    /// @param leave the button that changes nothing
    public record Words(String prompt, String leave) {}

    /// Closed so far.
    ///
    /// @param id of the field; the button that leaves things gets it with an ending
    /// @param send the button that does it
    /// @param onSend gets the words, which may be empty
    public CommentForm(String id, Words words, Button send, Consumer<String> onSend) {
        super();
        this.id = id;
        this.words = words;
        this.send = send;
        this.onSend = onSend;
        getStyleClass().add("comment-form");
        managedProperty().bind(visibleProperty());
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                close();
                key.consume();
            }
        });
        close();
    }

    /// When it is first needed: of all that a list of things to decide is made of, fields take the longest to
    /// style, and most are never opened.
    private void build() {
        comment.setId(id);
        comment.getStyleClass().add("mn-field");
        comment.setPromptText(words.prompt());
        comment.setAccessibleText(words.prompt());
        comment.textProperty().subscribe(text -> {
            if (text.length() > LONGEST) {
                comment.setText(text.substring(0, LONGEST));
            }
        });
        Runnable doIt = () -> {
            close();
            onSend.accept(comment.getText());
        };
        comment.setOnAction(_ -> doIt.run());
        send.setOnAction(_ -> doIt.run());
        var buttons = new HBox(send, Buttons.quiet(id + "-leave", words.leave(), this::close));
        buttons.getStyleClass().add("comment-buttons");
        HBox.setHgrow(comment, Priority.ALWAYS);
        getChildren().addAll(comment, buttons);
    }

    public void open() {
        if (!isFocusWithin()) {
            before = getScene() == null ? null : getScene().getFocusOwner();
        }
        if (getChildren().isEmpty()) {
            build();
        }
        comment.clear();
        setVisible(true);
        comment.requestFocus();
    }

    /// Whoever had the keys before has them again.
    public void close() {
        boolean hadKeys = isFocusWithin();
        setVisible(false);
        if (hadKeys) {
            KeyKeeper.giveBack(before);
        }
        before = null;
    }
}
