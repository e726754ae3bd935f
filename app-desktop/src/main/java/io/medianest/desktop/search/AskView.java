package io.medianest.desktop.search;

import atlantafx.base.controls.Popover;
import io.medianest.desktop.search.DetailsViewModel.Choice;
import io.medianest.desktop.search.DetailsViewModel.SeasonStanding;
import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.RightToLeft;
import io.medianest.desktop.ui.SegmentedFilter;
import io.medianest.desktop.ui.Texts;
import io.medianest.model.media.MediaDetails;
import io.medianest.model.media.Season;
import io.medianest.model.request.Quality;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The few things that may be said beside “I want this”: quality, seasons, a comment.
final class AskView {
    private static final int COMMENT_LIMIT = 500;
    private static final int COMMENT_ROWS = 3;
    private static final List<Quality> QUALITIES = List.of(Quality.HD, Quality.FULL_HD, Quality.UHD);

    private final Texts texts;
    private final MediaDetails details;
    private final DetailsViewModel model;
    private final Popover popover = new Popover();
    private final SegmentedFilter<Quality> quality;
    private final TextArea comment = new TextArea();
    private final Button send;
    private final List<CheckBox> seasons = new ArrayList<>();

    AskView(Texts texts, MediaDetails details, DetailsViewModel model) {
        this.texts = texts;
        this.details = details;
        this.model = model;
        this.quality = new SegmentedFilter<>("ask-quality", Quality.FULL_HD, QUALITIES, Quality::wireName);
        this.send = Buttons.primary("ask-send", texts.get("details.ask.send"), this::ask);
    }

    void show(Node owner) {
        popover.setContentNode(content());
        popover.setArrowLocation(Popover.ArrowLocation.TOP_LEFT);
        popover.setDetachable(false);
        popover.setHeaderAlwaysVisible(false);
        popover.show(owner);
        popover.getScene().getRoot().applyCss();
        // Enter asks for it as it stands. Before it is to be seen, nothing in it can have the keys.
        popover.getSkin().getNode().visibleProperty().subscribe(seen -> {
            if (seen) {
                send.requestFocus();
            }
        });
    }

    boolean isShowing() {
        return popover.isShowing();
    }

    /// In a text of several lines Tab and Enter would be part of it.
    private void typed(KeyEvent key) {
        if (key.getCode() == KeyCode.TAB && !key.isAltDown()) {
            comment.requestFocusTraversal(key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER && key.isShortcutDown() && !send.isDisabled()) {
            send.fire();
            key.consume();
        }
    }

    private Node content() {
        var box = new VBox(Labels.secondary(texts.get("details.ask.quality")), quality);
        box.getStyleClass().add("ask");
        List<Season> all = details.seasons();
        if (all != null && !all.isEmpty()) {
            box.getChildren().addAll(Labels.secondary(texts.get("details.ask.seasons")), seasonBoxes(all));
        }
        comment.setId("ask-comment");
        comment.setAccessibleText(texts.get("details.ask.comment"));
        comment.setPromptText(texts.get("details.ask.comment"));
        comment.setPrefRowCount(COMMENT_ROWS);
        comment.addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
        comment.textProperty().subscribe(text -> {
            if (text.length() > COMMENT_LIMIT) {
                comment.setText(text.substring(0, COMMENT_LIMIT));
            }
            comment.setWrapText(!RightToLeft.isIn(text));
        });
        send.setMaxWidth(Double.MAX_VALUE);
        send.setDefaultButton(true);
        // Without a season the whole series would be meant.
        seasons.forEach(season -> season.selectedProperty()
                .subscribe(() -> send.setDisable(chosenSeasons().isEmpty())));
        send.setDisable(!seasons.isEmpty() && chosenSeasons().isEmpty());
        box.getChildren().addAll(comment, send);
        return box;
    }

    private Node seasonBoxes(List<Season> all) {
        var boxes = new FlowPane();
        boxes.getStyleClass().add("ask-seasons");
        for (Season season : all) {
            CheckBox box = box(season);
            seasons.add(box);
            boxes.getChildren().add(box);
        }
        return boxes;
    }

    /// What is there or on its way already cannot be chosen, and says so.
    private CheckBox box(Season season) {
        SeasonStanding standing = model.standing(season);
        boolean free = standing == SeasonStanding.FREE;
        String name = season.name();
        var box = new CheckBox(free ? name : name + " · " + texts.get("details.season." + standing));
        box.setId("ask-season-" + season.seasonNumber());
        box.setUserData(season.seasonNumber());
        box.setSelected(free && season.seasonNumber() > 0);
        box.setDisable(!free);
        return box;
    }

    private void ask() {
        popover.hide();
        model.ask(new Choice(quality.valueProperty().get(), comment.getText(), chosenSeasons()));
    }

    private List<Integer> chosenSeasons() {
        return seasons.stream()
                .filter(CheckBox::isSelected)
                .map(box -> (Integer) box.getUserData())
                .toList();
    }
}
