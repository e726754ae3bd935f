package io.medianest.desktop.shell;

import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Texts;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// Takes addresses of videos that are dropped or pasted anywhere in the window. What the screen in front takes itself
/// does not come as far as this.
final class LinkDrop extends StackPane {
    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

    private final Consumer<String> onLink;
    private final StackPane cover;

    LinkDrop(Parent content, Texts texts, Consumer<String> onLink) {
        this.onLink = onLink;
        var icon = new FontIcon(MaterialDesignT.TRAY_ARROW_DOWN);
        icon.getStyleClass().add("state-icon");
        var words =
                new VBox(icon, Labels.section(texts.get("shell.drop")), Labels.secondary(texts.get("shell.drop.more")));
        words.getStyleClass().add("state-box");
        cover = new StackPane(words);
        cover.setId("link-drop");
        cover.getStyleClass().add("link-drop");
        cover.setMouseTransparent(true);
        cover.setVisible(false);
        getChildren().addAll(content, cover);
        // Over what takes it itself, that says so.
        addEventFilter(DragEvent.DRAG_OVER, _ -> cover.setVisible(false));
        addEventHandler(DragEvent.DRAG_OVER, this::dragged);
        addEventHandler(DragEvent.DRAG_EXITED, _ -> cover.setVisible(false));
        addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
        addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
    }

    private void dragged(DragEvent drag) {
        Dragboard board = drag.getDragboard();
        if (board.hasUrl() || board.hasString()) {
            drag.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            cover.setVisible(true);
            drag.consume();
        }
    }

    private void dropped(DragEvent drop) {
        cover.setVisible(false);
        Dragboard board = drop.getDragboard();
        String text = board.hasUrl() ? board.getUrl() : board.getString();
        if (text != null) {
            onLink.accept(text);
        }
        drop.setDropCompleted(text != null);
        drop.consume();
    }

    private void typed(KeyEvent key) {
        if (PASTE.match(key)
                && !(key.getTarget() instanceof TextInputControl)
                && take(Clipboard.getSystemClipboard().getString())) {
            key.consume();
        }
    }

    private boolean take(@Nullable String text) {
        if (text == null || Links.videos(text).isEmpty()) {
            return false;
        }
        onLink.accept(text);
        return true;
    }
}
