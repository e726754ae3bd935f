package io.medianest.desktop.download;

import io.medianest.desktop.download.DownloadLine.Mark;
import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.PictureStore;
import io.medianest.desktop.ui.Texts;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A line of the list: a download in its card, or what stands between the cards.
final class DownloadCellView extends ListCell<DownloadLine> {
    private static final PseudoClass IN_CARD = PseudoClass.getPseudoClass("in-card");
    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");
    private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");

    private final Texts texts;
    private final DownloadsViewModel model;
    private final DownloadRowView row;
    private @Nullable Node endedHead;
    private Subscription shown = Subscription.EMPTY;

    DownloadCellView(Texts texts, PictureStore pictures, DownloadsViewModel model, DownloadActionsViewModel actions) {
        this.texts = texts;
        this.model = model;
        this.row = new DownloadRowView(
                texts, pictures, model, actions, () -> getListView().requestFocus());
        getStyleClass().add("download-cell");
        setOnContextMenuRequested(click -> {
            if (getItem() instanceof DownloadRow download) {
                row.buttons().openMenu(download, this, click.getScreenX(), click.getScreenY());
                click.consume();
            }
        });
    }

    /// Everything that can be done about the row, below its buttons.
    void openMenu() {
        if (getItem() instanceof DownloadRow download) {
            row.buttons().openMenu(download);
        }
    }

    /// As high as its words need; the base theme would have all cells equally high.
    @Override
    protected double computePrefHeight(double width) {
        Node content = getGraphic();
        if (content == null || width < 0) {
            return super.computePrefHeight(width);
        }
        double room = width - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + snapSizeY(content.prefHeight(room)) + snappedBottomInset();
    }

    @Override
    protected void updateItem(@Nullable DownloadLine line, boolean empty) {
        boolean same = line != null && line.equals(getItem()) && !shown.equals(Subscription.EMPTY);
        super.updateItem(line, empty);
        if (same && !empty) {
            return;
        }
        shown.unsubscribe();
        shown = Subscription.EMPTY;
        row.forget();
        setId(null);
        pseudoClassStateChanged(IN_CARD, line instanceof DownloadRow && !empty);
        if (line == null || empty) {
            setGraphic(null);
            return;
        }
        switch (line) {
            case DownloadRow download -> show(download);
            case Mark mark -> setGraphic(mark(mark));
        }
    }

    private void show(DownloadRow download) {
        row.show(download);
        setId("download-" + download.id());
        setGraphic(row);
        shown = download.stateProperty().subscribe(state -> {
            row.paint(state);
            pseudoClassStateChanged(FIRST, state.edge() == Edge.FIRST || state.edge() == Edge.ONLY);
            pseudoClassStateChanged(LAST, state.edge() == Edge.LAST || state.edge() == Edge.ONLY);
            setAccessibleText(row.spoken(state));
        });
    }

    private Node mark(Mark mark) {
        return switch (mark) {
            case ENDED -> endedHead();
            case NOTHING_ENDED -> nothing();
            case READING -> foot(Labels.secondary(texts.get("download.more.READING")));
            case FAILED ->
                foot(
                        Labels.secondary(texts.get("download.more.FAILED")),
                        Buttons.quiet("download-more", texts.get("ui.error.retry"), model::readMore));
        };
    }

    /// Each cell has its own, since a list also measures with cells that are not shown.
    private Node endedHead() {
        Node head = endedHead;
        if (head == null) {
            head = new EndedHeadView(texts, model);
            endedHead = head;
        }
        return head;
    }

    private Node nothing() {
        var label = Labels.secondary("");
        label.textProperty().bind(model.queryProperty().map(query -> texts.get("download.nothing." + query.ended())));
        label.getStyleClass().add("download-nothing");
        return label;
    }

    private static Node foot(Node... parts) {
        var foot = new HBox(parts);
        foot.getStyleClass().add("download-foot");
        return foot;
    }
}
