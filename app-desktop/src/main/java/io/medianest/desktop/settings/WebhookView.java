package io.medianest.desktop.settings;

import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// Has the service tell at once what happens there: makes the address that it calls, to be copied over.
final class WebhookView extends VBox {
    private final Texts texts;
    private final WebhookViewModel model;
    private final Consumer<String> clipboard;
    private final String id;
    private final Button make;
    private final Button forget;
    private final Label state = Labels.toned("", Tone.NEUTRAL);
    private final VBox shown = new VBox();
    private final ProblemLineView unreachable;
    private final ProblemLineView refused;
    private final Subscription following;

    WebhookView(Texts texts, WebhookViewModel model, Consumer<String> clipboard) {
        super();
        this.texts = texts;
        this.model = model;
        this.clipboard = clipboard;
        this.id = "webhook-" + model.kind().id();
        this.make = Buttons.plain(id + "-make", texts.get("settings.webhook.make"), model::make);
        this.forget = Buttons.quiet(id + "-forget", texts.get("settings.webhook.forget"), model::forget);
        forget.managedProperty().bind(forget.visibleProperty());
        var words = new VBox(
                Labels.strong(texts.get("settings.webhook")),
                SettingRowView.wrapped(Labels.secondary(
                        texts.get("settings.webhook." + model.kind().id() + ".help"))),
                state);
        words.getStyleClass().add("setting-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(words, forget, make);
        row.getStyleClass().add("setting");
        shown.getStyleClass().add("webhook-shown");
        getStyleClass().add("webhook");
        unreachable = new ProblemLineView(texts, model.problemProperty());
        refused = new ProblemLineView(texts, model.secret().problemProperty());
        getChildren().addAll(row, unreachable, refused, shown);
        this.following = model.secret()
                .entryProperty()
                .subscribe(_ -> draw())
                .and(model.madeProperty().subscribe(_ -> draw()));
    }

    private void draw() {
        boolean set = model.secret().isSet();
        forget.setVisible(set && !model.secret().isLocked());
        make.setDisable(model.secret().isLocked());
        make.setText(texts.get(set ? "settings.webhook.anew" : "settings.webhook.make"));
        state.setText(texts.get(set ? "settings.webhook.on" : "settings.webhook.off"));
        state.getStyleClass().setAll("label", "toned", (set ? Tone.GOOD : Tone.NEUTRAL).style());
        var made = model.madeProperty().get();
        shown.getChildren().clear();
        shown.setVisible(made != null);
        shown.setManaged(made != null);
        if (made == null) {
            return;
        }
        shown.getChildren().add(line("address", made.address()));
        if (made.authorization() != null) {
            shown.getChildren().add(line("authorization", made.authorization()));
        }
        shown.getChildren().add(SettingRowView.wrapped(Labels.secondary(texts.get("settings.webhook.once"))));
    }

    private Node line(String what, String value) {
        var name = Labels.secondary(texts.get("settings.webhook." + what));
        name.setMinWidth(USE_PREF_SIZE);
        var field = new TextField(value);
        field.setEditable(false);
        field.setId(id + "-" + what);
        field.setAccessibleText(name.getText());
        field.getStyleClass().add("mn-field");
        name.setLabelFor(field);
        HBox.setHgrow(field, Priority.ALWAYS);
        var copy = Buttons.plain(id + "-" + what + "-copy", texts.get("settings.copy"), () -> clipboard.accept(value));
        copy.setAccessibleText(texts.get("settings.copyOf", name.getText()));
        var line = new HBox(name, field, copy);
        line.getStyleClass().add("webhook-line");
        return line;
    }

    void close() {
        following.unsubscribe();
        unreachable.close();
        refused.close();
    }
}
