package io.medianest.desktop.connect;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.connect.ConnectViewModel.State;
import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Logo;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import io.medianest.desktop.ui.View;
import java.net.URI;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What the window shows before another MediaNest has let it in.
public final class ConnectView implements View {
    private static final double LOGO = 72;
    private static final double FIELD = 220;

    private final ConnectViewModel model;
    private final URI server;
    private final Texts texts;
    private final Runnable quit;
    private final TextField code = new TextField();
    private final VBox box = new VBox();

    public ConnectView(ConnectViewModel model, URI server, Texts texts, Runnable quit) {
        this.model = model;
        this.server = server;
        this.texts = texts;
        this.quit = quit;
    }

    @Override
    public Parent create() {
        box.setId("connect");
        box.getStyleClass().add("start");
        code.setId("connect-code");
        code.setPromptText("K7QW-M2XD");
        code.setAccessibleText(texts.get("connect.code"));
        code.getStyleClass().add("mn-field");
        code.setMaxWidth(FIELD);
        code.setOnAction(_ -> model.pair(code.getText()));
        model.stateProperty().subscribe(this::draw);
        model.problemProperty().subscribe(this::draw);
        model.begin();
        return box;
    }

    private void draw() {
        State state = model.stateProperty().get();
        box.getChildren().setAll(new Logo(LOGO));
        switch (state) {
            case CONNECTING -> {
                var bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
                bar.setAccessibleText(texts.get("connect.trying", address()));
                box.getChildren().addAll(Labels.secondary(texts.get("connect.trying", address())), bar);
            }
            case NEEDS_CODE -> {
                box.getChildren()
                        .addAll(
                                Labels.title(texts.get("connect.title", address())),
                                wrapped(Labels.secondary(texts.get("connect.help"))),
                                code,
                                problem(),
                                buttons("connect-pair", "connect.pair", () -> model.pair(code.getText())));
                code.requestFocus();
            }
            case FAILED ->
                box.getChildren()
                        .addAll(
                                Labels.title(texts.get("connect.failed", address())),
                                problem(),
                                wrapped(Labels.secondary(texts.get("connect.failed.help"))),
                                buttons("connect-retry", "connect.retry", model::begin));
        }
    }

    private String address() {
        return server.getAuthority();
    }

    private Node problem() {
        ApiException why = model.problemProperty().get();
        Label label = wrapped(Labels.toned(why == null ? "" : texts.problem(why), Tone.BAD));
        label.setId("connect-problem");
        label.setVisible(why != null);
        label.setManaged(why != null);
        return label;
    }

    private Node buttons(String id, String key, Runnable action) {
        var buttons = new HBox(
                Buttons.primary(id, texts.get(key), action),
                Buttons.plain("connect-quit", texts.get("connect.quit"), quit));
        buttons.getStyleClass().add("state-buttons");
        return buttons;
    }

    private static Label wrapped(Label label) {
        label.setWrapText(true);
        return label;
    }
}
