package io.medianest.desktop.download;

import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Texts;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// Lies over the page while a link is dragged above it, and takes links that are dropped or pasted there.
final class DropView extends StackPane {
    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

    private final NewDownloadView field;

    DropView(Texts texts, NewDownloadView field) {
        super();
        this.field = field;
        var icon = new FontIcon(MaterialDesignT.TRAY_ARROW_DOWN);
        icon.getStyleClass().add("state-icon");
        var words = new VBox(
                icon, Labels.section(texts.get("download.drop")), Labels.secondary(texts.get("download.drop.more")));
        words.getStyleClass().addAll("state-box");
        setId("download-drop");
        getStyleClass().add("download-drop");
        getChildren().add(words);
        setMouseTransparent(true);
        setVisible(false);
    }

    /// Watches over the whole page.
    void cover(StackPane page) {
        page.getChildren().add(this);
        page.addEventHandler(DragEvent.DRAG_OVER, this::dragged);
        page.addEventHandler(DragEvent.DRAG_EXITED, _ -> setVisible(false));
        page.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
        page.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (PASTE.match(key) && !(key.getTarget() instanceof TextInputControl)) {
                field.paste();
                key.consume();
            }
        });
    }

    private void dragged(DragEvent drag) {
        Dragboard board = drag.getDragboard();
        if (board.hasUrl() || board.hasString()) {
            drag.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            setVisible(true);
            drag.consume();
        }
    }

    private void dropped(DragEvent drop) {
        setVisible(false);
        Dragboard board = drop.getDragboard();
        String text = board.hasUrl() ? board.getUrl() : board.getString();
        if (text != null) {
            field.take(text);
        }
        drop.setDropCompleted(text != null);
        drop.consume();
    }
}
