package io.medianest.desktop.download;

import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.status.ServiceStatus;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Says what is missing for downloads, and how to install it; not there while all is well.
final class ToolsView extends StackPane {
    private final Label reason = wrapped(Labels.secondary(""));
    private final Texts texts;

    ToolsView(Texts texts, ToolsViewModel model, DownloadActionsViewModel.Desk desk) {
        super();
        this.texts = texts;
        var wash = new Region();
        wash.getStyleClass().addAll("banner-wash", Tone.BAD.style());
        var light = new Region();
        light.getStyleClass().addAll("light", Tone.BAD.style());
        var head = new HBox(light, Labels.strong(texts.get("download.tools")));
        head.getStyleClass().add("download-tools-head");
        String command = InstallWay.on(System.getProperty("os.name")).command();
        var line = new HBox(
                Labels.styled(command, "download-command"),
                Buttons.plain("download-tools-copy", texts.get("download.tools.copy"), () -> desk.copy(command)));
        line.getStyleClass().add("download-tools-command");
        var words = new VBox(head, reason, wrapped(Labels.secondary(texts.get("download.tools.install"))), line);
        words.getStyleClass().addAll("download-tools", Tone.BAD.style());
        setId("download-tools");
        getStyleClass().add("banner");
        getChildren().addAll(wash, words);
        managedProperty().bind(visibleProperty());
        model.troubleProperty().subscribe(this::show);
    }

    private static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private void show(@Nullable ServiceStatus service) {
        setVisible(service != null);
        reason.setText(service == null ? "" : texts.said(service.message()));
    }
}
