package io.medianest.desktop.settings;

import io.medianest.desktop.device.DeviceName;
import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.KeptNodes;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.View;
import io.medianest.model.account.ActiveSession;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// Where people are signed in, and the tokens of devices that are no browsers.
public final class DeviceSettingsView implements View {
    private final OwnDevicesViewModel model;
    private final TokensViewModel tokens;
    private final Texts texts;
    private final Consumer<String> clipboard;
    private final VBox list = new VBox();
    private final KeptNodes<ActiveSession> rows = new KeptNodes<>(list, this::row, this::used);
    private final Label nobody;
    private final ProblemLineView problem;
    private final VBox page = new VBox();
    private Subscription following = Subscription.EMPTY;

    public DeviceSettingsView(
            OwnDevicesViewModel model, TokensViewModel tokens, Texts texts, Consumer<String> clipboard) {
        this.model = model;
        this.tokens = tokens;
        this.texts = texts;
        this.clipboard = clipboard;
        this.nobody = Labels.secondary(texts.get("settings.devices.nobody"));
        this.problem = new ProblemLineView(texts, model.problemProperty());
    }

    @Override
    public Parent create() {
        list.getStyleClass().add("settings-rows");
        list.managedProperty().bind(Bindings.isNotEmpty(list.getChildren()));
        nobody.managedProperty().bind(nobody.visibleProperty());
        var words = new VBox(
                Labels.section(texts.get("settings.devices.signedIn")),
                SettingRowView.wrapped(Labels.secondary(texts.get("settings.devices.signedIn.help"))));
        words.getStyleClass().add("setting-words");
        var card = new VBox(words, problem, nobody, list);
        card.getStyleClass().addAll("card", "settings-card");
        page.getStyleClass().add("settings-section");
        page.getChildren().add(card);
        if (model.isAdmin()) {
            var tokensView = new TokensView(texts, tokens, clipboard);
            page.getChildren().add(tokensView);
            following = following.and(tokensView::close);
        }
        following =
                following.and(model.sessionsProperty().subscribe(this::show)).and(problem::close);
        return page;
    }

    private void show(List<ActiveSession> sessions) {
        rows.show(sessions);
        nobody.setVisible(sessions.isEmpty());
    }

    private String used(ActiveSession session) {
        return texts.get("devices.used", session.username(), texts.ago(session.lastUsedAt()), session.ip());
    }

    private Node row(ActiveSession session) {
        String name = DeviceName.of(session.device(), texts);
        var about = new VBox(3, Labels.strong(name), Labels.secondary(used(session)));
        about.setMinWidth(0);
        HBox.setHgrow(about, Priority.ALWAYS);
        Button out = Buttons.plain(
                "settings-sign-out-" + session.id(), texts.get("devices.signOut"), () -> model.signOut(session));
        out.setAccessibleText(texts.get("devices.signOutOf", name));
        var row = new HBox(about, out);
        row.getStyleClass().add("settings-line");
        return row;
    }

    @Override
    public void shown() {
        model.opened();
        if (model.isAdmin()) {
            tokens.opened();
        }
    }

    @Override
    public void closed() {
        following.unsubscribe();
    }
}
