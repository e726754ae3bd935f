package io.medianest.desktop.status;

import io.medianest.desktop.api.OperationsApi.Letters;
import io.medianest.desktop.ui.Amounts;
import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.KeptNodes;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Texts;
import io.medianest.model.admin.DeadLetter;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Work that has failed for good: what, since when, why; to be run again or thrown away, one by one or all together.
final class LettersView extends VBox {
    private final EngineViewModel model;
    private final Texts texts;
    private final Amounts amounts;
    private final StatusWords words;
    private final VBox lines = new VBox();
    private final KeptNodes<DeadLetter> kept = new KeptNodes<>(lines, this::line);
    private final Label count = Labels.secondary("");
    private final HBox all;
    private final Node nothing;

    LettersView(EngineViewModel model, Texts texts) {
        super();
        this.model = model;
        this.texts = texts;
        this.amounts = new Amounts(texts);
        this.words = new StatusWords(texts);
        this.all = new HBox(
                Buttons.quiet("letters-retry-all", texts.get("status.letters.retryAll"), model::retryAll),
                confirm("letters-discard-all", "status.letters.discardAll", model::discardAll));
        this.nothing = nothing();
        all.getStyleClass().add("engine-actions");
        setId("letters");
        getStyleClass().addAll("card", "engine-card");
        lines.getStyleClass().add("engine-lines");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(Labels.section(texts.get("status.letters")), count, space, all);
        head.getStyleClass().add("engine-head");
        getChildren().addAll(head, lines, nothing);
        for (Node part : new Node[] {all, lines, nothing}) {
            part.managedProperty().bind(part.visibleProperty());
        }
    }

    private Node nothing() {
        var icon = new FontIcon(MaterialDesignC.CHECK_CIRCLE_OUTLINE);
        icon.getStyleClass().add("engine-good");
        var words = Labels.secondary(texts.get("status.letters.none"));
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        var line = new HBox(icon, words);
        line.getStyleClass().add("engine-nothing");
        return line;
    }

    private ConfirmView confirm(String id, String key, Runnable onYes) {
        return new ConfirmView(
                id,
                new ConfirmView.Words(
                        texts.get(key),
                        texts.get("status.letters.sure"),
                        texts.get("status.letters.yes"),
                        texts.get("status.letters.no")),
                onYes);
    }

    void show(Letters letters) {
        boolean some = letters.all() > 0;
        all.setVisible(letters.all() > 1);
        lines.setVisible(some);
        nothing.setVisible(!some);
        count.setText(
                letters.all() > letters.first().size()
                        ? texts.get("status.letters.count", letters.first().size(), amounts.count(letters.all()))
                        : "");
        kept.show(letters.first());
    }

    private Node line(DeadLetter letter) {
        var what = Labels.strong(texts.get("status.letter.what", kind(letter), letter.about()));
        var since =
                Labels.secondary(texts.get("status.letter.since", words.when(letter.failedAt()), letter.attempts()));
        var error = Labels.styled(
                letter.lastError() == null ? texts.get("status.letter.noError") : texts.said(letter.lastError()),
                "letter-error");
        var said = new VBox(what, since, error);
        Stream.of(what, since, error).forEach(label -> {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        });
        said.getStyleClass().add("engine-words");
        said.setMinWidth(0);
        var retry = Buttons.plain(
                "letter-retry-" + letter.id(), texts.get("status.letters.retry"), () -> model.retry(letter));
        retry.getStyleClass().add("small");
        retry.setAccessibleText(retry.getText() + ": " + what.getText());
        var discard = confirm("letter-discard-" + letter.id(), "status.letters.discard", () -> model.discard(letter));
        var history = new HistoryView(letter, what.getText(), texts);
        var actions = new HBox(retry, discard, history.button());
        actions.getStyleClass().add("engine-actions");
        var line = new VBox(said, actions, history);
        line.setId("letter-" + letter.id());
        line.getStyleClass().add("letter");
        return line;
    }

    /// What was to be done, in words; a kind that a newer server invented as it is.
    private String kind(DeadLetter letter) {
        String key = "status.job." + letter.kind();
        return texts.has(key) ? texts.get(key) : letter.kind();
    }
}
