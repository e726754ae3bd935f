package io.medianest.desktop.status;

import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.StepTimeline;
import io.medianest.desktop.ui.StepTimeline.State;
import io.medianest.desktop.ui.StepTimeline.Step;
import io.medianest.desktop.ui.Texts;
import io.medianest.model.admin.DeadLetter;
import io.medianest.model.admin.FailedAttempt;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// How the attempts at work that has failed went, one below the other; folded until somebody wants to see it.
final class HistoryView extends VBox {
    private final Texts texts;
    private final String about;
    private final Button button;

    /// @param about what was to be done, in words
    HistoryView(DeadLetter letter, String about, Texts texts) {
        super();
        this.texts = texts;
        this.about = about;
        this.button = Buttons.quiet("letter-history-" + letter.id(), "", this::unfold);
        List<FailedAttempt> attempts = Objects.requireNonNullElse(letter.history(), List.of());
        var course = new StepTimeline("letter-course-" + letter.id());
        course.show(attempts.stream().map(this::step).toList());
        getChildren().add(course);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        button.setVisible(!attempts.isEmpty());
        button.managedProperty().bind(button.visibleProperty());
        name();
    }

    private Step step(FailedAttempt attempt) {
        return new Step(texts.said(attempt.error()), texts.moment(attempt.at()), State.FAILED);
    }

    /// Unfolds it and folds it again; absent where nobody has written anything down.
    Button button() {
        return button;
    }

    private void unfold() {
        setVisible(!isVisible());
        name();
    }

    private void name() {
        button.setText(texts.get(isVisible() ? "status.course.fold" : "status.letter.history"));
        button.setAccessibleText(button.getText() + ": " + about);
    }
}
