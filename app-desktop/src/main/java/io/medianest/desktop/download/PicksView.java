package io.medianest.desktop.download;

import io.medianest.desktop.download.Picks.Pick;
import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Texts;
import io.medianest.model.download.PlaylistMetadata;
import javafx.collections.FXCollections;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The videos of a playlist, each to be ticked; Space does it, too.
final class PicksView extends VBox {
    private static final double ROW = 34;
    private static final int ROWS_SHOWN = 6;
    private static final double EDGES = 2;

    private final Texts texts;
    private final DownloadAmounts amounts;

    PicksView(Texts texts, PlaylistMetadata playlist, Picks picks) {
        super();
        this.texts = texts;
        this.amounts = new DownloadAmounts(texts);
        var chosen = Labels.secondary("");
        chosen.textProperty()
                .bind(picks.countProperty()
                        .map(count ->
                                texts.get("download.picks", count, picks.list().size())));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(
                chosen,
                space,
                Buttons.quiet("download-picks-all", texts.get("download.picks.all"), picks::all),
                Buttons.quiet("download-picks-none", texts.get("download.picks.none"), picks::none));
        head.getStyleClass().add("picks-head");
        getStyleClass().add("picks");
        getChildren().addAll(head, list(picks));
        if (playlist.count() > picks.list().size()) {
            getChildren()
                    .add(Labels.secondary(
                            texts.get("download.picks.more", picks.list().size())));
        }
    }

    private ListView<Pick> list(Picks picks) {
        var list = new ListView<>(FXCollections.observableArrayList(picks.list()));
        list.setId("download-picks");
        list.getStyleClass().add("picks-list");
        list.setFixedCellSize(ROW);
        double height = Math.min(picks.list().size(), ROWS_SHOWN) * ROW + EDGES;
        list.setMinHeight(height);
        list.setPrefHeight(height);
        list.setMaxHeight(height);
        list.setAccessibleText(texts.get("download.kind.playlist"));
        list.setCellFactory(_ -> new PickCell());
        list.focusVisibleProperty().subscribe(has -> {
            if (has && list.getSelectionModel().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
        });
        list.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            Pick pick = list.getSelectionModel().getSelectedItem();
            if (key.getCode() == KeyCode.SPACE && pick != null) {
                pick.wantedProperty().set(!pick.wantedProperty().get());
                key.consume();
            }
        });
        return list;
    }

    private final class PickCell extends ListCell<Pick> {
        private final CheckBox tick = new CheckBox();
        private final Label position = Labels.secondary("");
        private final Label title = new Label();
        private final Label length = Labels.secondary("");
        private final HBox line;
        private Subscription shown = Subscription.EMPTY;

        private PickCell() {
            tick.setFocusTraversable(false);
            position.setMinWidth(28);
            title.setMinWidth(0);
            length.setMinWidth(USE_PREF_SIZE);
            var space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            line = new HBox(tick, position, title, space, length);
            line.getStyleClass().add("pick");
            line.setMinWidth(0);
            line.setPrefWidth(0);
            getStyleClass().add("pick-cell");
            setOnMouseClicked(_ -> {
                if (getItem() != null) {
                    getItem().wantedProperty().set(!getItem().wantedProperty().get());
                }
            });
            tick.setMouseTransparent(true);
        }

        @Override
        protected void updateItem(@Nullable Pick pick, boolean empty) {
            super.updateItem(pick, empty);
            shown.unsubscribe();
            shown = Subscription.EMPTY;
            if (pick == null || empty) {
                setGraphic(null);
                return;
            }
            position.setText(Integer.toString(pick.entry().position()));
            title.setText(pick.entry().title());
            Long seconds = pick.entry().duration();
            length.setText(seconds == null ? "" : amounts.time(seconds));
            setId("download-pick-" + pick.entry().position());
            shown = pick.wantedProperty().subscribe(tick::setSelected);
            setGraphic(line);
            setAccessibleText(pick.entry().title());
        }
    }
}
