package io.medianest.desktop.shell;

import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.KeyKeeper;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Texts;
import javafx.scene.AccessibleRole;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Asks, the first time that the window is closed, whether the server goes on. Lies over everything.
final class CloseView extends StackPane {
    private final Runnable onBack;
    private final Button keep;
    private final KeyKeeper keys = new KeyKeeper(this);

    /// What the person may answer.
    record Answers(Runnable keepServing, Runnable quit, Runnable back) {}

    /// @param tray whether there is a place from which the window can be brought back
    CloseView(Texts texts, TrayPlace tray, Answers answers) {
        this.onBack = answers.back();
        keep = Buttons.primary("close-keep", texts.get("shell.close.keep"), answers.keepServing());
        var buttons = new HBox(
                keep,
                Buttons.plain("close-quit", texts.get("shell.close.quit"), answers.quit()),
                Buttons.quiet("close-back", texts.get("shell.close.back"), answers.back()));
        buttons.getStyleClass().add("state-buttons");
        var why = Labels.secondary(texts.get("shell.close.why"));
        why.setWrapText(true);
        String where = tray == TrayPlace.THERE ? "shell.close.where.tray" : "shell.close.where.noTray";
        var more = Labels.secondary(texts.get(where) + " " + texts.get("shell.close.later"));
        more.setWrapText(true);
        var card = new VBox(Labels.section(texts.get("shell.close.title")), why, more, buttons);
        card.getStyleClass().addAll("card", "dialog-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        card.setAccessibleRole(AccessibleRole.DIALOG);
        card.setAccessibleText(texts.get("shell.close.title"));
        setId("close-question");
        getStyleClass().add("dialog-cover");
        getChildren().add(card);
        addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
    }

    private void typed(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            onBack.run();
            key.consume();
        }
    }

    /// Once it lies over the window.
    void takeKeys() {
        keys.opens();
        keep.requestFocus();
    }

    /// Once it has gone.
    void giveKeysBack() {
        keys.closed();
    }

    /// Puts a question over what the window shows, unless one is there.
    static boolean isAsked(Parent root) {
        return root.lookup("#close-question") != null;
    }
}
