package io.medianest.desktop.settings;

import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.KeptNodes;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.settings.FoundService;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// One service: what it is for, its fields, what was found in the house, and whether it can be used.
public final class ServiceCardView extends VBox {
    private final Texts texts;
    private final ServiceViewModel model;
    private final SettingWords words;
    private final List<SettingRowView> rows = new ArrayList<>();
    private final @Nullable WebhookView webhook;
    private final Region light = new Region();
    private final Label state = Labels.toned("", Tone.NEUTRAL);
    private final Label more = SettingRowView.wrapped(Labels.secondary(""));
    private final FlowPane offers = new FlowPane();
    private final KeptNodes<FoundService> offered = new KeptNodes<>(offers, this::offer);
    private Subscription following = Subscription.EMPTY;

    /// @param webhook how the service tells what happens there; null where it does not, or where that is not shown
    public ServiceCardView(Texts texts, ServiceViewModel model, @Nullable WebhookView webhook) {
        super();
        this.texts = texts;
        this.model = model;
        this.words = new SettingWords(texts);
        this.webhook = webhook;
        setId("service-" + model.kind().id());
        getStyleClass().addAll("card", "settings-card", "service-card");
        getChildren().add(head());
        getChildren().add(offers);
        var commands = new ServiceCommands(model);
        for (SettingField field : model.fields()) {
            var row = new SettingRowView(texts, field, commands);
            rows.add(row);
            getChildren().add(row);
            following = following.and(field.entryProperty().subscribe(_ -> tell()));
        }
        offers.getStyleClass().add("service-offers");
        getChildren().add(foot());
        if (webhook != null) {
            getChildren().add(webhook);
        }
        following = following
                .and(model.verdictProperty().subscribe(_ -> tell()))
                .and(model.foundProperty().subscribe(_ -> offer()));
        if (!model.fields().isEmpty()) {
            following = following.and(model.fields().getFirst().draftProperty().subscribe(_ -> offer()));
        }
    }

    private record ServiceCommands(ServiceViewModel model) implements SettingRowView.Commands {
        @Override
        public void commit(SettingField field) {
            model.commit(field);
        }

        @Override
        public void undo(SettingField field) {
            model.undo(field);
        }

        @Override
        public void reset(SettingField field) {
            model.reset(field);
        }
    }

    private Node head() {
        String id = model.kind().id();
        light.getStyleClass().add("light");
        var about = SettingRowView.wrapped(Labels.secondary(texts.get("settings.service." + id + ".help")));
        var title = new HBox(light, Labels.section(texts.get("settings.service." + id)));
        title.getStyleClass().add("service-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        state.setMinWidth(USE_PREF_SIZE);
        state.setId("service-" + id + "-state");
        var line = new HBox(title, state);
        line.getStyleClass().add("service-title");
        return new VBox(4, line, about);
    }

    private Node foot() {
        Button test = Buttons.plain("service-" + model.kind().id() + "-test", texts.get("settings.test"), model::test);
        test.setAccessibleText(texts.get(
                "settings.testOf", texts.get("settings.service." + model.kind().id())));
        more.setId("service-" + model.kind().id() + "-more");
        more.setMinWidth(0);
        more.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(more, Priority.ALWAYS);
        var foot = new HBox(more, test);
        foot.getStyleClass().add("service-foot");
        return foot;
    }

    private void tell() {
        var saying = words.saying(model.kind(), model.verdictProperty().get(), model.isComplete());
        light.getStyleClass().setAll("light", saying.tone().style());
        state.setText(saying.word());
        state.getStyleClass().setAll("label", "toned", saying.tone().style());
        more.setText(saying.more());
        setAccessibleText(texts.get("settings.service." + model.kind().id()) + ": " + saying.word());
    }

    private void offer() {
        offered.show(model.offers());
        for (int i = 0; i < offers.getChildren().size(); i++) {
            offers.getChildren().get(i).setId("offer-" + model.kind().id() + "-" + i);
        }
        offers.setVisible(!offers.getChildren().isEmpty());
        offers.setManaged(offers.isVisible());
    }

    private Button offer(FoundService found) {
        String host = found.address().replaceFirst("^https?://", "");
        Button button = Buttons.plain("offer", texts.get("settings.found", found.name(), host), () -> model.use(found));
        button.getStyleClass().add("offer");
        return button;
    }

    /// Ends what listens.
    public void close() {
        following.unsubscribe();
        rows.forEach(SettingRowView::close);
        if (webhook != null) {
            webhook.close();
        }
    }
}
