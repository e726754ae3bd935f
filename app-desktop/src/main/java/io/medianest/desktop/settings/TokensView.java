package io.medianest.desktop.settings;

import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.KeptNodes;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Texts;
import io.medianest.model.account.ApiToken;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Tokens: those there are, and one more.
final class TokensView extends VBox {
    private static final int LONGEST = 100;

    private final Texts texts;
    private final TokensViewModel model;
    private final Consumer<String> clipboard;
    private final VBox list = new VBox();
    private final KeptNodes<ApiToken> rows = new KeptNodes<>(list, this::row, this::used);
    private final VBox shown = new VBox();
    private final ProblemLineView problem;
    private final TextField name = new TextField();
    private final Subscription following;

    TokensView(Texts texts, TokensViewModel model, Consumer<String> clipboard) {
        super();
        this.texts = texts;
        this.model = model;
        this.clipboard = clipboard;
        this.problem = new ProblemLineView(texts, model.problemProperty());
        list.getStyleClass().add("settings-rows");
        list.managedProperty().bind(Bindings.isNotEmpty(list.getChildren()));
        shown.getStyleClass().add("webhook-shown");
        var words = new VBox(
                Labels.section(texts.get("settings.tokens")),
                SettingRowView.wrapped(Labels.secondary(texts.get("settings.tokens.help"))));
        words.getStyleClass().add("setting-words");
        getStyleClass().addAll("card", "settings-card");
        getChildren().addAll(words, list, maker(), shown, problem);
        this.following = model.tokensProperty()
                .subscribe(rows::show)
                .and(model.madeProperty().subscribe(this::reveal));
    }

    private Node maker() {
        name.setId("token-name");
        name.getStyleClass().add("mn-field");
        name.setPromptText(texts.get("settings.tokens.name"));
        name.setAccessibleText(texts.get("settings.tokens.name"));
        name.setOnAction(_ -> model.make(name.getText()));
        name.textProperty().subscribe(text -> {
            if (text.length() > LONGEST) {
                name.setText(text.substring(0, LONGEST));
            }
        });
        HBox.setHgrow(name, Priority.ALWAYS);
        Button make = Buttons.plain("token-make", texts.get("settings.tokens.make"), () -> model.make(name.getText()));
        make.disableProperty().bind(name.textProperty().map(String::isBlank));
        var line = new HBox(name, make);
        line.getStyleClass().add("webhook-line");
        return line;
    }

    private void reveal(@Nullable ApiToken made) {
        shown.getChildren().clear();
        shown.setVisible(made != null);
        shown.setManaged(made != null);
        String secret = made == null ? null : made.token();
        if (secret == null) {
            return;
        }
        name.clear();
        var field = new TextField(secret);
        field.setId("token-secret");
        field.setEditable(false);
        field.getStyleClass().add("mn-field");
        field.setAccessibleText(texts.get("settings.tokens.secret"));
        HBox.setHgrow(field, Priority.ALWAYS);
        var line = new HBox(
                field, Buttons.primary("token-copy", texts.get("settings.copy"), () -> clipboard.accept(secret)));
        line.getStyleClass().add("webhook-line");
        shown.getChildren().addAll(line, SettingRowView.wrapped(Labels.secondary(texts.get("settings.tokens.once"))));
    }

    private String used(ApiToken token) {
        return token.lastUsedAt() == null
                ? texts.get("settings.tokens.unused")
                : texts.get("settings.tokens.used", texts.ago(token.lastUsedAt()));
    }

    private Node row(ApiToken token) {
        var about = new VBox(
                3,
                Labels.strong(token.name()),
                Labels.secondary(texts.get("settings.tokens.made", texts.momentWithin(token.createdAt())) + " · "
                        + used(token)));
        about.setMinWidth(0);
        HBox.setHgrow(about, Priority.ALWAYS);
        var question = new QuestionView(
                texts,
                "token-revoke-" + token.id(),
                texts.get("settings.tokens.ask", token.name()),
                texts.get("settings.tokens.revoke"),
                () -> model.revoke(token));
        Button revoke =
                Buttons.danger("token-revoke-" + token.id(), texts.get("settings.tokens.revoke"), question::ask);
        revoke.setAccessibleText(texts.get("settings.tokens.revokeOf", token.name()));
        var line = new HBox(about, revoke);
        line.getStyleClass().add("settings-line");
        return new VBox(8, line, question);
    }

    void close() {
        following.unsubscribe();
        problem.close();
    }
}
