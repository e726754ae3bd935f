package io.medianest.desktop.ui;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// There is nothing, and this is what to do next.
public final class EmptyPane extends VBox {

    /// Says it with a picture, a sentence and what helps.
    ///
    /// @param actions buttons that lead on; may be none
    public EmptyPane(Ikon picture, String title, String whatNext, Node... actions) {
        var icon = new FontIcon(picture);
        icon.getStyleClass().add("state-icon");
        var name = Labels.section(title);
        name.setWrapText(true);
        var next = Labels.secondary(whatNext);
        next.setWrapText(true);
        var buttons = new HBox(actions);
        buttons.getStyleClass().add("state-buttons");
        getStyleClass().add("state-box");
        getChildren().addAll(icon, name, next);
        if (actions.length > 0) {
            getChildren().add(buttons);
        }
    }
}
