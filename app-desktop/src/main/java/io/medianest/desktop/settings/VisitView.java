package io.medianest.desktop.settings;

import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.View;
import java.net.URI;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Whose window this is, and the way home.
public final class VisitView implements View {
    private final Visit visit;
    private final Texts texts;

    public VisitView(Visit visit, Texts texts) {
        this.visit = visit;
        this.texts = texts;
    }

    @Override
    public Parent create() {
        URI server = visit.server();
        String kind = server == null ? "settings.visit.demo" : "settings.visit.other";
        var words = new VBox(
                Labels.strong(texts.get(kind, server == null ? "" : server.getAuthority())),
                SettingRowView.wrapped(Labels.secondary(texts.get(kind + ".help"))));
        words.getStyleClass().add("setting-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button leave = Buttons.plain("visit-leave", texts.get("settings.visit.leave"), () -> {});
        leave.setOnAction(_ -> {
            leave.setDisable(true);
            visit.leave().run();
        });
        var row = new HBox(words, leave);
        row.getStyleClass().add("setting");
        var card = new VBox(Labels.section(texts.get("settings.visit")), row);
        card.setId("settings-visit");
        card.getStyleClass().addAll("card", "settings-card");
        return card;
    }
}
