package io.medianest.desktop.update;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.HttpReleaseSource;
import io.medianest.desktop.api.Release;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import io.medianest.desktop.ui.View;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The card of the settings that says who is asked for newer versions, and what came of it.
public final class UpdateSettingView implements View {
    private final UpdateViewModel model;
    private final Texts texts;
    private final TextField address = new TextField();
    private final Label outcome = Labels.toned("", Tone.NEUTRAL);
    private Subscription following = Subscription.EMPTY;

    public UpdateSettingView(UpdateViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @Override
    public Parent create() {
        address.setText(model.settings().addressProperty().get());
        address.setId("update-address");
        address.getStyleClass().add("mn-field");
        address.setPromptText(texts.get("update.address.prompt"));
        outcome.setId("update-outcome");
        wrapped(outcome);
        outcome.managedProperty().bind(outcome.visibleProperty());
        address.textProperty().subscribe((_, text) -> typed(text.strip()));
        following = model.problemProperty()
                .subscribe(_ -> tell())
                .and(model.heardProperty().subscribe(_ -> tell()));
        var card = new VBox(Labels.section(texts.get("update.section")), row());
        card.getStyleClass().addAll("card", "settings-card");
        return card;
    }

    private Node row() {
        Label name = Labels.strong(texts.get("update.address"));
        name.setLabelFor(address);
        Label help = wrapped(Labels.secondary(texts.get("update.address.help")));
        address.setAccessibleText(name.getText());
        address.setAccessibleHelp(help.getText());
        var words = new VBox(name, help);
        words.getStyleClass().add("setting-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var side = new VBox(address, outcome);
        side.getStyleClass().add("setting-side");
        var row = new HBox(words, side);
        row.getStyleClass().add("setting");
        return row;
    }

    private static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// Half an address is nobody's: it counts once it can be asked.
    private void typed(String text) {
        if (isUsable(text)) {
            model.settings().addressProperty().set(text);
        }
        tell();
    }

    private static boolean isUsable(String text) {
        return text.isEmpty() || HttpReleaseSource.isAcceptable(text);
    }

    private void tell() {
        ApiException problem = model.problemProperty().get();
        Release heard = model.heardProperty().get();
        if (!isUsable(address.getText().strip())) {
            say(texts.get("update.address.wrong"), Tone.BAD);
        } else if (problem != null) {
            say(texts.get(problem.isOffline() ? "update.address.silent" : "update.address.nonsense"), Tone.BAD);
        } else if (heard != null) {
            say(news(heard), Tone.GOOD);
        } else {
            outcome.setVisible(false);
        }
    }

    private String news(Release heard) {
        return model.isNewer(heard) ? texts.get("update.newer", heard.version()) : texts.get("update.newest");
    }

    private void say(String what, Tone tone) {
        outcome.setText(what);
        outcome.getStyleClass().setAll("label", "toned", tone.style());
        outcome.setVisible(true);
    }

    @Override
    public void closed() {
        following.unsubscribe();
    }
}
