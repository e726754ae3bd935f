package io.medianest.desktop.status;

import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.CommentForm;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Pill;
import io.medianest.desktop.ui.StepTimeline;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// One thing that is wrong or announced, on a wash of its colour: what, since when, what has been done; for keepers
/// what can be done. It stays the same while it goes on, so that nobody loses what they are typing.
final class IncidentView extends StackPane {
    private final IncidentsViewModel model;
    private final Texts texts;
    private final StatusWords words;
    private final Region wash = new Region();
    private final Region light = new Region();
    private final Label title = Labels.strong("");
    private final Pill severity = new Pill();
    private final Label more = Labels.secondary("");
    private final Button unfold;
    private final Button acknowledge;
    private final Button resolve;
    private final StepTimeline course;
    private final CommentForm acknowledging;
    private final CommentForm resolving;
    private final VBox whole = new VBox();
    private Trouble trouble;
    private boolean unfolded;

    IncidentView(Trouble trouble, IncidentsViewModel model, Texts texts) {
        super();
        this.trouble = trouble;
        this.model = model;
        this.texts = texts;
        this.words = new StatusWords(texts);
        String id = "incident-" + trouble.id();
        this.course = new StepTimeline(id + "-course");
        this.unfold = Buttons.quiet(id + "-unfold", texts.get("status.course"), this::unfold);
        this.acknowledging = form(id + "-acknowledge", "status.acknowledge", IncidentsViewModel::acknowledge);
        this.resolving = form(id + "-resolve", "status.resolve", IncidentsViewModel::resolve);
        this.acknowledge = Buttons.plain(
                id + "-acknowledge", texts.get("status.acknowledge"), () -> ask(acknowledging, resolving));
        this.resolve = Buttons.plain(id + "-resolve", texts.get("status.resolve"), () -> ask(resolving, acknowledging));
        setId(id);
        build();
        show(trouble);
    }

    private CommentForm form(String id, String verb, Decision decision) {
        return new CommentForm(
                id + "-comment",
                new CommentForm.Words(texts.get("status.comment"), texts.get("status.leave")),
                Buttons.primary(id + "-send", texts.get(verb), () -> {}),
                comment -> decision.carryOut(model, trouble, comment));
    }

    @FunctionalInterface
    private interface Decision {
        void carryOut(IncidentsViewModel model, Trouble trouble, String comment);
    }

    private static void ask(CommentForm asked, CommentForm other) {
        other.close();
        asked.open();
    }

    private void build() {
        wash.getStyleClass().add("banner-wash");
        more.setWrapText(true);
        more.setMinHeight(USE_PREF_SIZE);
        more.setMinWidth(0);
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        var name = new HBox(title, severity);
        name.getStyleClass().add("incident-name");
        var said = new VBox(name, more);
        said.getStyleClass().add("incident-words");
        said.setMinWidth(0);
        HBox.setHgrow(said, Priority.ALWAYS);
        var buttons = new HBox(unfold, acknowledge, resolve);
        buttons.getStyleClass().add("incident-buttons");
        var top = new HBox(light, said, buttons);
        top.getStyleClass().add("incident-top");
        top.setAlignment(Pos.CENTER_LEFT);
        for (Node part : new Node[] {unfold, acknowledge, resolve, course}) {
            part.managedProperty().bind(part.visibleProperty());
        }
        course.setVisible(false);
        whole.getChildren().setAll(top, acknowledging, resolving, course);
        getStyleClass().addAll("banner", "incident");
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren().addAll(wash, whole);
    }

    void show(Trouble now) {
        trouble = now;
        Tone tone = StatusWords.tone(now);
        wash.getStyleClass().setAll("banner-wash", tone.style());
        light.getStyleClass().setAll("light", tone.style());
        whole.getStyleClass().setAll("incident-body", tone.style());
        title.setText(words.title(now));
        severity.show(words.severity(now), tone);
        more.setText(words.more(now));
        acknowledge.setVisible(now.mayBeAcknowledged());
        resolve.setVisible(now.mayBeResolved());
        unfold.setVisible(!now.course().isEmpty());
        course.show(words.course(now));
        setAccessibleText(String.join(". ", title.getText(), words.severity(now), more.getText()));
    }

    private void unfold() {
        unfolded = !unfolded;
        course.setVisible(unfolded);
        unfold.setText(texts.get(unfolded ? "status.course.fold" : "status.course"));
        unfold.setAccessibleText(unfold.getText());
    }
}
