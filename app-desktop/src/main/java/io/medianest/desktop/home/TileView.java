package io.medianest.desktop.home;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;

/// A piece of the page that leads on as a whole: by a click, or by the keyboard.
final class TileView extends Button {
    /// Leads on.
    ///
    /// @param id for tests
    TileView(String id, Node content, Runnable action) {
        super();
        setId(id);
        getStyleClass().setAll("tile");
        setGraphic(content);
        // The tile as a whole is pressed: its lines may be replaced while the button of the mouse is down.
        content.setMouseTransparent(true);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMaxWidth(Double.MAX_VALUE);
        setOnAction(_ -> action.run());
    }
}
