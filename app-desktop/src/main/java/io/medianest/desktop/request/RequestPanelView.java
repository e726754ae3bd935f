package io.medianest.desktop.request;

import io.medianest.desktop.ui.Bar;
import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.PageScroll;
import io.medianest.desktop.ui.PictureStore;
import io.medianest.desktop.ui.Pill;
import io.medianest.desktop.ui.RequestWords;
import io.medianest.desktop.ui.RoundedPicture;
import io.medianest.desktop.ui.ScreenPane;
import io.medianest.desktop.ui.Skeleton;
import io.medianest.desktop.ui.StepTimeline;
import io.medianest.desktop.ui.Texts;
import io.medianest.model.media.TitleKey;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.RequestDetails;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The request that is looked at: what it is, what was said, what happened, what can be done.
final class RequestPanelView extends VBox {
    private static final double SCROLL_BAR = 16;
    private static final double POSTER_WIDTH = 88;
    private static final double POSTER_HEIGHT = 132;
    private static final double POSTER_RADIUS = 9;
    private static final double STEP = 52;

    private final RequestListViewModel model;
    private final Texts texts;
    private final RequestWords words;
    private final RoundedPicture poster;
    private final Label title = wrapped(Labels.section(""));
    private final Label facts = wrapped(Labels.secondary(""));
    private final Label asked = wrapped(Labels.secondary(""));
    private final Pill standing = new Pill();
    private final Bar bar;
    private final Label comment = wrapped(Labels.styled("", "quote"));
    private final Label reason = wrapped(Labels.strong(""));
    private final Label help = wrapped(Labels.secondary(""));
    private final VBox trouble = new VBox(reason, help);
    private final StepTimeline timeline = new StepTimeline("request-timeline");
    private final RequestActionsView actions;
    private @Nullable String pictured;

    RequestPanelView(RequestListViewModel model, Texts texts, PictureStore pictures, Consumer<TitleKey> onOpen) {
        super();
        this.model = model;
        this.texts = texts;
        this.words = new RequestWords(texts);
        this.poster = new RoundedPicture(pictures, POSTER_WIDTH, POSTER_HEIGHT, POSTER_RADIUS);
        this.bar = new Bar(texts.get("request.progress"));
        this.actions = new RequestActionsView(
                "request-panel", texts, model.decisions(), action -> _ -> texts.get("request.action." + action));
        setId("request-panel");
        getStyleClass().addAll("card", "request-panel");
        var hint = wrapped(Labels.secondary(texts.get("request.panel.hint")));
        // Not at the panel's foot: there the news that somebody asks would lie over the buttons that answer it.
        var content = new VBox(head(), bar, trouble, comment, actions, history(onOpen));
        content.getStyleClass().add("request-panel-content");
        var scroll = new PageScroll("request-panel-scroll", content).withoutTabStop();
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox.setMargin(scroll, new Insets(0, -SCROLL_BAR, 0, 0));
        getChildren().addAll(hint, scroll);
        ObservableValue<@Nullable MediaRequest> looked = model.panel().requestProperty();
        showWhile(hint, looked.map(Objects::isNull).orElse(true));
        showWhile(scroll, looked.map(Objects::nonNull).orElse(false));
        looked.subscribe(this::show);
        model.decidesProperty().subscribe(() -> show(looked.getValue()));
    }

    private Optional<MediaRequest> current() {
        return Optional.ofNullable(model.panel().requestProperty().get());
    }

    private Node head() {
        var lines = new VBox(title, facts, asked, standing);
        lines.getStyleClass().add("request-panel-lines");
        HBox.setHgrow(lines, Priority.ALWAYS);
        lines.setMinWidth(0);
        var head = new HBox(poster, lines);
        head.getStyleClass().add("request-panel-head");
        trouble.getStyleClass().add("request-trouble");
        for (Region part : new Region[] {bar, comment, trouble}) {
            part.managedProperty().bind(part.visibleProperty());
        }
        return head;
    }

    private Node history(Consumer<TitleKey> onOpen) {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var open = Buttons.quiet(
                "request-open",
                texts.get("request.open"),
                () -> current().map(MediaRequest::key).ifPresent(onOpen));
        var head = new HBox(Labels.section(texts.get("request.history")), space, open);
        head.getStyleClass().add("request-history-head");
        var pane = new ScreenPane<>(
                texts,
                model.panel().screenProperty(),
                new ScreenPane.Parts<>(
                        Skeleton.rows(texts, 3, STEP),
                        new Region(),
                        timeline,
                        this::showHistory,
                        model.panel()::refresh));
        var section = new VBox(head, pane);
        section.getStyleClass().add("request-history");
        return section;
    }

    private void show(@Nullable MediaRequest request) {
        actions.show(request == null ? List.of() : List.of(request));
        if (request == null) {
            return;
        }
        title.setText(request.title());
        facts.setText(RequestLines.facts(texts, request));
        asked.setText(RequestLines.askedAt(texts, request, model.myId()));
        standing.show(words.standing(request), words.tone(request));
        bar.setVisible(request.status().isOpen());
        bar.show(words.share(request), words.tone(request));
        show(comment, Optional.ofNullable(request.comment()).map(said -> texts.get("request.quote", said)));
        showTrouble(request);
        if (!request.id().equals(pictured)) {
            pictured = request.id();
            poster.show(request.title(), request.poster());
        }
    }

    private void showTrouble(MediaRequest request) {
        Optional<String> advice = RequestLines.help(
                texts, request, model.myId(), model.decidesProperty().getValue());
        trouble.setVisible(advice.isPresent());
        help.setText(advice.orElse(""));
        reason.setText(
                Optional.ofNullable(request.reason()).map(texts::said).orElseGet(() -> texts.get("request.noReason")));
    }

    private void showHistory(RequestDetails details) {
        current().ifPresent(request -> timeline.show(words.steps(request, details.statusHistory())));
    }

    private static void show(Label label, Optional<String> text) {
        label.setVisible(text.isPresent());
        label.setText(text.orElse(""));
    }

    private static void showWhile(Region part, ObservableValue<Boolean> condition) {
        part.visibleProperty().bind(condition);
        part.managedProperty().bind(condition);
    }

    private static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
