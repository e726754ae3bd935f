package io.medianest.desktop.ui;

import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;

/// A row that runs off the page at the right; the wheel held with Shift, a swipe or Tab moves it.
public final class Strip extends ScrollPane {
    private final HBox content;

    /// An empty row.
    ///
    /// @param id for tests
    public Strip(String id, double gap) {
        this.content = new HBox(gap);
        setId(id);
        getStyleClass().add("strip");
        setContent(content);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setFitToHeight(true);
        setMinHeight(USE_PREF_SIZE);
        setFocusTraversable(false);
    }

    /// What stands in the row.
    public ObservableList<Node> items() {
        return content.getChildren();
    }

    void bringIntoSight(Node item) {
        double hidden = content.getWidth() - getViewportBounds().getWidth();
        if (hidden > 0) {
            double middle =
                    item.getBoundsInParent().getCenterX() - getViewportBounds().getWidth() / 2;
            setHvalue(Math.clamp(middle / hidden, 0, 1));
        }
    }
}
