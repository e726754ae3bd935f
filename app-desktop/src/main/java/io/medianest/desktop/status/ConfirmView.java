package io.medianest.desktop.status;

import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.Labels;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A button that takes something away, and asks in its own place before it does. Escape leaves things as they are.
final class ConfirmView extends HBox {
    private final Button ask;
    private final Label question;
    private final Button yes;
    private final Button no;

    /// What it says.
    ///
    /// @param ask the button
    /// @param question the sentence in its place
    record Words(String ask, String question, String yes, String no) {}

    /// Asks nothing so far.
    ///
    /// @param id of the button; the answers get it with an ending
    ConfirmView(String id, Words words, Runnable onYes) {
        super();
        this.ask = Buttons.quiet(id, words.ask(), this::ask);
        this.question = Labels.secondary(words.question());
        this.yes = Buttons.danger(id + "-yes", words.yes(), () -> {
            leave();
            onYes.run();
        });
        this.no = Buttons.quiet(id + "-no", words.no(), this::leave);
        yes.setAccessibleText(words.yes() + ". " + words.question());
        question.setMinWidth(Region.USE_PREF_SIZE);
        for (Region part : new Region[] {ask, question, yes, no}) {
            part.managedProperty().bind(part.visibleProperty());
        }
        getStyleClass().add("confirm");
        getChildren().addAll(question, ask, yes, no);
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                leave();
                key.consume();
            }
        });
        asking(Asking.NO);
    }

    private enum Asking {
        YES,
        NO
    }

    private void ask() {
        asking(Asking.YES);
        no.requestFocus();
    }

    private void leave() {
        boolean had = no.isFocused() || yes.isFocused();
        asking(Asking.NO);
        if (had) {
            ask.requestFocus();
        }
    }

    private void asking(Asking now) {
        ask.setVisible(now == Asking.NO);
        for (Region part : new Region[] {question, yes, no}) {
            part.setVisible(now == Asking.YES);
        }
    }
}
