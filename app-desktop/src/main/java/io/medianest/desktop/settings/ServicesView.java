package io.medianest.desktop.settings;

import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.EmptyPane;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.ScreenPane;
import io.medianest.desktop.ui.Skeleton;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// A card for each service that MediaNest works with.
public final class ServicesView implements View {
    private static final int SKELETONS = 3;
    private static final double SKELETON_HEIGHT = 190;

    private final ServicesViewModel model;
    private final Texts texts;
    private final Consumer<String> clipboard;
    private final Runnable firstSteps;
    private final List<ServiceCardView> cards = new ArrayList<>();

    /// @param clipboard takes what is copied
    /// @param firstSteps opens them again
    public ServicesView(ServicesViewModel model, Texts texts, Consumer<String> clipboard, Runnable firstSteps) {
        this.model = model;
        this.texts = texts;
        this.clipboard = clipboard;
        this.firstSteps = firstSteps;
    }

    @Override
    public Parent create() {
        var page = new VBox(head());
        page.getStyleClass().add("settings-section");
        for (ServiceViewModel service : model.services()) {
            var webhook = model.webhooks().stream()
                    .filter(way -> way.kind() == service.kind())
                    .map(way -> new WebhookView(texts, way, clipboard))
                    .findFirst()
                    .orElse(null);
            var card = new ServiceCardView(texts, service, webhook);
            cards.add(card);
            page.getChildren().add(card);
        }
        return new ScreenPane<>(
                texts,
                model.screenProperty(),
                new ScreenPane.Parts<>(
                        Skeleton.rows(texts, SKELETONS, SKELETON_HEIGHT),
                        new EmptyPane(MaterialDesignS.SERVER, texts.get("settings.section.services"), ""),
                        page,
                        _ -> {},
                        model::read));
    }

    private Node head() {
        var title = Labels.section(texts.get("settings.section.services"));
        var about = SettingRowView.wrapped(Labels.secondary(texts.get("settings.services.help")));
        var words = new VBox(title, about);
        words.getStyleClass().add("setting-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var busy = new ProgressIndicator();
        busy.getStyleClass().add("busy");
        busy.visibleProperty().bind(model.discovery().lookingProperty());
        busy.managedProperty().bind(busy.visibleProperty());
        var look = Buttons.plain("services-look", texts.get("settings.services.look"), model.discovery()::look);
        look.disableProperty().bind(model.discovery().lookingProperty());
        var steps = Buttons.quiet("services-steps", texts.get("settings.services.steps"), firstSteps);
        var head = new HBox(words, busy, steps, look);
        head.getStyleClass().add("settings-head");
        return head;
    }

    @Override
    public void shown() {
        model.opened();
    }

    @Override
    public void hidden() {
        model.webhooks().forEach(WebhookViewModel::left);
    }

    @Override
    public void closed() {
        cards.forEach(ServiceCardView::close);
    }
}
