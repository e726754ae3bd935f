package io.medianest.desktop.ui;

import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;

/// A page that is longer than the window. Its scroll bar lies over the page, so that the page has its whole width.
public final class PageScroll extends StackPane {
    private static final double STEP = 60;

    private final ScrollPane pane;
    private final ScrollBar bar = new ScrollBar();

    /// At its top so far.
    ///
    /// @param id for tests
    public PageScroll(String id, Node page) {
        this.pane = new ScrollPane(page);
        pane.setId(id);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setMaxWidth(USE_PREF_SIZE);
        bar.setMax(1);
        bar.valueProperty().bindBidirectional(pane.vvalueProperty());
        StackPane.setAlignment(bar, Pos.CENTER_RIGHT);
        getChildren().addAll(pane, bar);
        pane.viewportBoundsProperty().subscribe(this::measure);
        page.layoutBoundsProperty().subscribe(this::measure);
    }

    /// For pages on which every control can be reached anyway: Tab passes by the page itself.
    public PageScroll withoutTabStop() {
        pane.setFocusTraversable(false);
        return this;
    }

    private void measure() {
        double seen = pane.getViewportBounds().getHeight();
        double all = pane.getContent().getLayoutBounds().getHeight();
        bar.setVisible(all > seen + 1);
        if (bar.isVisible()) {
            bar.setVisibleAmount(seen / all);
            bar.setUnitIncrement(STEP / (all - seen));
            bar.setBlockIncrement(seen / (all - seen));
        }
    }

    public void scrollToTop() {
        pane.setVvalue(0);
    }
}
