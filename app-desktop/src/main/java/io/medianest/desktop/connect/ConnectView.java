package io.medianest.desktop.connect;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.connect.ConnectViewModel.State;
import io.medianest.desktop.search.Browser;
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
import org.jspecify.annotations.Nullable;

/// What the window shows before another MediaNest has let it in.
public final class ConnectView implements View {
    private static final double LOGO = 72;
    private static final double FIELD = 220;

    private final ConnectViewModel model;
    private final URI server;
    private final Texts texts;
    private final Ways ways;
    private final TextField code = new TextField();
    private final VBox box = new VBox();

    /// The ways out.
    ///
    /// @param home to the MediaNest of this machine; null where the window was started for the other one
    /// @param browser opens a page
    public record Ways(@Nullable Runnable home, Runnable quit, Browser browser) {}

    public ConnectView(ConnectViewModel model, URI server, Texts texts, Ways ways) {
        this.model = model;
        this.server = server;
        this.texts = texts;
        this.ways = ways;
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
            case CONNECTING ->
                box.getChildren()
                        .addAll(Labels.secondary(texts.get("connect.trying", address())), waiting("connect.trying"));
            case NEEDS_CODE -> {
                box.getChildren()
                        .addAll(
                                Labels.title(texts.get("connect.title", address())),
                                wrapped(Labels.secondary(texts.get("connect.help"))),
                                code,
                                problem(),
                                buttons("connect-pair", "connect.pair", () -> model.pair(code.getText())),
                                Buttons.quiet(
                                        "connect-plex",
                                        texts.get("connect.plex"),
                                        () -> model.signInWithPlex(ways.browser()::open)));
                code.requestFocus();
            }
            case WAITS_FOR_PLEX ->
                box.getChildren()
                        .addAll(
                                Labels.title(texts.get("connect.plex.title")),
                                wrapped(Labels.secondary(texts.get("connect.plex.help"))),
                                waiting("connect.plex.title"),
                                buttons("connect-code-instead", "connect.plex.giveUp", model::giveUpPlex));
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

    private Node waiting(String key) {
        var bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setAccessibleText(texts.get(key, address()));
        return bar;
    }

    private Node buttons(String id, String key, Runnable action) {
        var buttons = new HBox(Buttons.primary(id, texts.get(key), action));
        Runnable home = ways.home();
        if (home != null) {
            buttons.getChildren().add(Buttons.plain("connect-home", texts.get("connect.home"), home));
        }
        buttons.getChildren().add(Buttons.plain("connect-quit", texts.get("connect.quit"), ways.quit()));
        buttons.getStyleClass().add("state-buttons");
        return buttons;
    }

    private static Label wrapped(Label label) {
        label.setWrapText(true);
        return label;
    }
}
