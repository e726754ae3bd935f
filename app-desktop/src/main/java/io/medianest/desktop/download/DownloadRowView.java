package io.medianest.desktop.download;

import io.medianest.desktop.ui.Bar;
import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.DownloadSigns;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.PictureStore;
import io.medianest.desktop.ui.RoundedPicture;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.download.Download;
import java.util.Optional;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// A download: picture, title, how far it is, and what can be done about it. One that has ended says how in place of
/// the bar; a part of a playlist stands in and is smaller.
final class DownloadRowView extends HBox {
    private static final PseudoClass PART = PseudoClass.getPseudoClass("part");
    private static final double WIDTH = 96;
    private static final double HEIGHT = 54;
    private static final double PART_WIDTH = 64;
    private static final double PART_HEIGHT = 36;
    private static final double RADIUS = 8;
    private static final double WHOLE = 100;

    private final Texts texts;
    private final DownloadWords words;
    private final DownloadsViewModel model;
    private final DownloadActionsViewModel actions;
    private final RoundedPicture picture;
    private final Label title = Labels.strong("");
    private final Label facts = Labels.secondary("");
    private final Label standing = Labels.secondary("");
    private final Label outcome = Labels.toned("", Tone.NEUTRAL);
    private final Label note = Labels.toned("", Tone.WAITING);
    private final Bar bar;
    private final Button fold;
    private final DownloadButtonsView buttons;
    private final DownloadQuestionView question;
    private @Nullable DownloadRow row;

    DownloadRowView(
            Texts texts,
            PictureStore pictures,
            DownloadsViewModel model,
            DownloadActionsViewModel actions,
            Runnable onAnswered) {
        super();
        this.texts = texts;
        this.words = new DownloadWords(texts);
        this.model = model;
        this.actions = actions;
        this.picture = new RoundedPicture(pictures, WIDTH, HEIGHT, RADIUS);
        this.bar = new Bar(texts.get("download.progress"));
        this.buttons = new DownloadButtonsView(texts, actions);
        this.fold =
                Buttons.icon("download-fold", texts.get("download.unfold"), MaterialDesignC.CHEVRON_DOWN, this::fold);
        this.question =
                new DownloadQuestionView(texts, comment -> answered(comment, onAnswered), () -> left(onAnswered));
        fold.setFocusTraversable(false);
        fold.managedProperty().bind(fold.visibleProperty());
        getStyleClass().add("download-row");
        var end = new HBox(fold, buttons);
        end.getStyleClass().add("download-end");
        end.visibleProperty().bind(question.visibleProperty().not());
        end.managedProperty().bind(end.visibleProperty());
        getChildren().addAll(picture, middle(), end);
        setMinWidth(0);
        setPrefWidth(0);
        actions.underWay().addListener((SetChangeListener<String>) _ -> offer());
    }

    private Node middle() {
        title.setMinWidth(60);
        facts.setMinWidth(Region.USE_PREF_SIZE);
        standing.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var name = new HBox(title, facts, space, standing);
        name.getStyleClass().add("download-name");
        outcome.setWrapText(true);
        outcome.setMinHeight(Region.USE_PREF_SIZE);
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        for (Region part : new Region[] {bar, outcome, note, standing}) {
            part.managedProperty().bind(part.visibleProperty());
        }
        var middle = new VBox(name, bar, outcome, note, question);
        middle.getStyleClass().add("download-middle");
        middle.setAlignment(Pos.CENTER_LEFT);
        middle.setMinWidth(0);
        HBox.setHgrow(middle, Priority.ALWAYS);
        return middle;
    }

    /// Shows a row; what is shown of it follows with [#paint(RowState)].
    void show(DownloadRow shown) {
        row = shown;
        question.hide();
        boolean part = shown.isPart();
        pseudoClassStateChanged(PART, part);
        picture.setSize(part ? PART_WIDTH : WIDTH, part ? PART_HEIGHT : HEIGHT);
    }

    void paint(RowState state) {
        Download download = state.download();
        boolean open = download.status().isOpen();
        Tone tone = words.tone(download);
        title.setText(words.title(download));
        facts.setText(words.facts(download, model.myId()));
        facts.setVisible(download.playlistId() == null);
        facts.setManaged(facts.isVisible());
        picture.standsFor(DownloadSigns.of(download));
        picture.show(words.title(download), download.thumbnail());
        String stands = words.standing(state);
        standing.setVisible(open);
        standing.setText(stands);
        outcome.setVisible(!open);
        outcome.setText(stands);
        outcome.getStyleClass().setAll("label", "toned", tone.style());
        bar.setVisible(open && state.asked() == null);
        bar.show(state.progress().percent() / WHOLE, tone);
        Optional<String> why = words.note(download);
        note.setVisible(why.isPresent() && state.asked() == null);
        note.setText(why.orElse(""));
        paintFold(state);
        paintQuestion(state);
        offer();
    }

    private void paintFold(RowState state) {
        fold.setVisible(row != null && row.isPlaylist());
        String name = texts.get(state.unfolded() ? "download.fold" : "download.unfold");
        fold.setId("download-fold-" + state.download().id());
        fold.setAccessibleText(name);
        fold.getTooltip().setText(name);
        if (fold.getGraphic() instanceof FontIcon icon) {
            icon.setIconCode(state.unfolded() ? MaterialDesignC.CHEVRON_UP : MaterialDesignC.CHEVRON_DOWN);
        }
    }

    private void paintQuestion(RowState state) {
        DownloadAction asked = state.asked();
        if (asked == null) {
            question.hide();
        } else if (!question.isVisible()) {
            question.ask(asked);
            question.takeKeys();
        }
    }

    private void offer() {
        if (row == null) {
            return;
        }
        boolean busy = actions.underWay().contains(row.id());
        buttons.setDisable(busy);
        if (!busy) {
            buttons.show(row);
        }
    }

    private void fold() {
        if (row != null) {
            model.toggle(row);
        }
    }

    private void answered(String comment, Runnable onAnswered) {
        if (row != null) {
            actions.confirm(row, comment);
        }
        onAnswered.run();
    }

    private void left(Runnable onAnswered) {
        if (row != null) {
            actions.leave(row);
        }
        onAnswered.run();
    }

    /// The row is scrolled away.
    void forget() {
        row = null;
        picture.forget();
    }

    DownloadButtonsView buttons() {
        return buttons;
    }

    /// All of it in one line, for people who hear the screen.
    String spoken(RowState state) {
        return String.join(
                ", ",
                words.title(state.download()),
                words.facts(state.download(), model.myId()),
                words.standing(state));
    }
}
