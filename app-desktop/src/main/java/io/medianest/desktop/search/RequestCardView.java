package io.medianest.desktop.search;

import io.medianest.desktop.request.RequestActionsView;
import io.medianest.desktop.ui.Bar;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.RequestWords;
import io.medianest.desktop.ui.StepTimeline;
import io.medianest.desktop.ui.Texts;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.RequestDetails;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The household's request for a title and what has become of it so far; moves by itself.
final class RequestCardView extends VBox {
    private final DetailsViewModel model;
    private final Texts texts;
    private final RequestWords words;
    private final Label who = Labels.secondary("");
    private final StepTimeline steps = new StepTimeline("request-steps");
    private final Bar bar;
    private final Label comment = Labels.secondary("");
    private final RequestActionsView actions;

    RequestCardView(DetailsViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.words = new RequestWords(texts);
        this.bar = new Bar(texts.get("details.request.progress"));
        this.actions = new RequestActionsView(
                "request-card", texts, model.decisions(), action -> _ -> texts.get("request.action." + action));
        getStyleClass().addAll("card", "request-card");
        setId("request-card");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(Labels.section(texts.get("details.request")), space, who);
        head.getStyleClass().add("card-head");
        comment.setWrapText(true);
        getChildren().addAll(head, steps, bar, comment, actions);
        managedProperty().bind(visibleProperty());
        model.requestProperty().subscribe(this::show);
    }

    private String by(MediaRequest request) {
        if (model.isMine(request)) {
            return texts.get("details.request.byYou") + " · ";
        }
        return request.username() == null ? "" : texts.get("details.request.by", request.username()) + " · ";
    }

    private void show(@Nullable RequestDetails details) {
        setVisible(details != null);
        if (details == null) {
            return;
        }
        MediaRequest request = details.request();
        who.setText(by(request) + request.quality().wireName());
        steps.show(words.steps(request, details.statusHistory()));
        bar.setVisible(request.status().isOpen());
        bar.setManaged(request.status().isOpen());
        bar.show(words.share(request), words.tone(request));
        comment.setText(request.comment() == null ? "" : texts.get("details.request.quoted", request.comment()));
        comment.setVisible(request.comment() != null);
        comment.setManaged(request.comment() != null);
        actions.show(List.of(request));
    }
}
