package io.medianest.desktop.status;

import io.medianest.desktop.ui.EmptyPane;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.PageScroll;
import io.medianest.desktop.ui.ScreenPane;
import io.medianest.desktop.ui.SegmentedFilter;
import io.medianest.desktop.ui.Skeleton;
import io.medianest.desktop.ui.Styles;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.View;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// All services: what is wrong on top, then a card each.
public final class StatusView implements View {
    private static final double CARD_HEIGHT = 240;
    private static final int SKELETONS = 6;
    private static final double NARROWEST = 290;

    private final StatusViewModel model;
    private final Texts texts;
    private final Clock clock;
    private final StatusWords words;
    private final CardGridView grid = new CardGridView(NARROWEST);
    private final CardGridView unset = new CardGridView(NARROWEST);
    private final VBox unsetPart = new VBox();
    private final List<ServiceCardView> cards = new ArrayList<>();
    private final List<Subscription> listening = new ArrayList<>();
    private final Timeline seconds;

    /// Builds nothing yet.
    ///
    /// @param clock to which the charts run
    public StatusView(StatusViewModel model, Texts texts, Clock clock) {
        this.model = model;
        this.texts = texts;
        this.clock = clock;
        this.words = new StatusWords(texts);
        this.seconds = new Timeline(new KeyFrame(Duration.seconds(1), _ -> model.tick()));
        seconds.setCycleCount(Animation.INDEFINITE);
    }

    @Override
    public Parent create() {
        var empty = new EmptyPane(MaterialDesignP.PULSE, texts.get("status.empty"), texts.get("status.empty.next"));
        var body = new ScreenPane<>(
                texts,
                model.screenProperty(),
                new ScreenPane.Parts<>(
                        Skeleton.cards(texts, skeleton()), empty, content(), this::show, model::refresh));
        VBox.setVgrow(body, Priority.ALWAYS);
        var page = new VBox(head(), body);
        page.getStyleClass().addAll("page", "status-page");
        Styles.of("status", page);
        model.start();
        return page;
    }

    private static Region skeleton() {
        var cards = new CardGridView(NARROWEST);
        cards.show(Stream.generate(() -> Skeleton.card(CARD_HEIGHT))
                .limit(SKELETONS)
                .toList());
        return cards;
    }

    @Override
    public void shown() {
        model.tick();
        seconds.play();
    }

    @Override
    public void refresh() {
        model.refreshAll();
    }

    @Override
    public void hidden() {
        seconds.stop();
    }

    @Override
    public void closed() {
        seconds.stop();
        forgetCards();
        model.close();
    }

    private Node head() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var checked = Labels.secondary("");
        checked.setId("status-checked");
        checked.setMinWidth(Region.USE_PREF_SIZE);
        model.sinceCheckProperty().subscribe(since -> checked.setText(words.checked(since)));
        var window = new SegmentedFilter<>(
                "status-window",
                model.windowProperty().get(),
                List.of(Window.values()),
                value -> texts.get("status.window." + value));
        window.valueProperty().subscribe(model::look);
        var head = new HBox(Labels.title(texts.get("status.title")), space, checked, window);
        head.getStyleClass().add("page-head");
        return head;
    }

    private Node content() {
        unsetPart.getChildren().setAll(Labels.section(texts.get("status.unsetPart")), unset);
        unsetPart.getStyleClass().add("status-unset");
        unsetPart.managedProperty().bind(unsetPart.visibleProperty());
        var engine = new EngineView(model.engine(), texts);
        engine.visibleProperty().bind(model.keeperProperty());
        engine.managedProperty().bind(engine.visibleProperty());
        var content = new VBox(new IncidentsView(model.incidents(), texts), grid, unsetPart, engine);
        content.getStyleClass().add("status-content");
        return new PageScroll("status-scroll", content);
    }

    private void show(ObservableList<ServiceCard> services) {
        List<String> now = services.stream().map(ServiceCard::name).toList();
        List<String> before = cards.stream().map(ServiceCardView::name).toList();
        if (!before.equals(now)) {
            forgetCards();
            services.forEach(this::addCard);
        }
        arrange();
    }

    private void addCard(ServiceCard card) {
        cards.add(new ServiceCardView(card, model, texts, clock));
        listening.add(card.statusProperty().subscribe(this::arrange));
    }

    /// Those that are not set up stand apart, so that nothing looks wrong with them.
    private void arrange() {
        grid.show(cards.stream().filter(ServiceCardView::isConfigured).toList());
        unset.show(cards.stream().filter(card -> !card.isConfigured()).toList());
        unsetPart.setVisible(!unset.isEmpty());
    }

    private void forgetCards() {
        cards.forEach(ServiceCardView::forget);
        cards.clear();
        listening.forEach(Subscription::unsubscribe);
        listening.clear();
    }
}
