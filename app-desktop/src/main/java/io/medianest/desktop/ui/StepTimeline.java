package io.medianest.desktop.ui;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What happened to something, step by step, downwards.
public final class StepTimeline extends VBox {

    /// One thing that happened, or will.
    ///
    /// @param caption when, by whom, or what was said; may be empty
    public record Step(String title, String caption, State state) {}

    /// Where a step stands.
    public enum State {
        DONE,
        NOW,
        AHEAD,
        FAILED
    }

    /// Without steps so far.
    ///
    /// @param id for tests
    public StepTimeline(String id) {
        setId(id);
        getStyleClass().add("step-timeline");
    }

    public void show(List<Step> steps) {
        getChildren().clear();
        for (int i = 0; i < steps.size(); i++) {
            getChildren().add(row(steps.get(i), i == steps.size() - 1));
        }
    }

    private static Node row(Step step, boolean last) {
        var dot = new Region();
        dot.getStyleClass().add("step-dot");
        var line = new Region();
        line.getStyleClass().add("step-line");
        line.setVisible(!last);
        VBox.setVgrow(line, Priority.ALWAYS);
        var rail = new VBox(new StackPane(dot), line);
        rail.getStyleClass().add("step-rail");
        var title = Labels.strong(step.title());
        title.setWrapText(true);
        var words = new VBox(title);
        words.getStyleClass().add("step-words");
        if (!step.caption().isEmpty()) {
            var caption = Labels.secondary(step.caption());
            caption.setWrapText(true);
            words.getChildren().add(caption);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(rail, words);
        row.getStyleClass().addAll("step", "step-" + step.state().name().toLowerCase(Locale.ROOT));
        return row;
    }
}
