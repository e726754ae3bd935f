package io.medianest.desktop.settings;

import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.download.DownloadTool;
import io.medianest.model.download.DownloadTools;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// yt-dlp and ffmpeg as they are installed, and how yt-dlp is renewed here.
final class ProgramsView extends VBox {
    private final Texts texts;
    private final VBox found = new VBox();
    private final Label advice = SettingRowView.wrapped(Labels.secondary(""));
    private final Label trouble = SettingRowView.wrapped(Labels.toned("", Tone.BAD));
    private final Button update;
    private final Subscription following;

    ProgramsView(Texts texts, ProgramsViewModel model) {
        super();
        this.texts = texts;
        this.update = Buttons.plain("programs-update", texts.get("settings.programs.update"), model::update);
        update.managedProperty().bind(update.visibleProperty());
        update.setVisible(false);
        update.disableProperty().bind(model.busyProperty());
        var busy = new ProgressIndicator();
        busy.getStyleClass().add("busy");
        busy.visibleProperty().bind(model.busyProperty());
        busy.managedProperty().bind(busy.visibleProperty());
        advice.setMinWidth(0);
        advice.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(advice, Priority.ALWAYS);
        trouble.managedProperty().bind(trouble.visibleProperty());
        found.getStyleClass().add("programs");
        var foot = new HBox(advice, busy, update);
        foot.getStyleClass().add("service-foot");
        getStyleClass().addAll("card", "settings-card");
        getChildren().addAll(Labels.section(texts.get("settings.programs")), found, trouble, foot);
        this.following = model.toolsProperty()
                .subscribe(this::show)
                .and(model.problemProperty().subscribe(problem -> {
                    trouble.setText(problem == null ? "" : texts.said(problem.message()));
                    trouble.setVisible(problem != null);
                }));
    }

    private void show(@Nullable DownloadTools tools) {
        if (tools == null) {
            return;
        }
        found.getChildren()
                .setAll(program("yt-dlp", tools.ytDlp(), tools.outdated()), program("ffmpeg", tools.ffmpeg(), false));
        update.setVisible(tools.updatable());
        String problem = tools.problem();
        String way = tools.updateWays().isEmpty()
                ? ""
                : tools.updateWays().getFirst().sentence();
        advice.setText(texts.said(problem != null ? problem : tools.outdated() || tools.updatable() ? way : ""));
    }

    private Node program(String name, @Nullable DownloadTool tool, boolean outdated) {
        Tone tone = tool == null ? Tone.BAD : outdated ? Tone.WAITING : Tone.GOOD;
        var light = new Region();
        light.getStyleClass().addAll("light", tone.style());
        var about = new VBox(Labels.strong(name), Labels.secondary(tool == null ? "" : tool.path()));
        about.getStyleClass().add("setting-words");
        HBox.setHgrow(about, Priority.ALWAYS);
        var state = Labels.toned(state(tool, outdated), tone);
        state.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(light, about, state);
        row.getStyleClass().add("service-title");
        return row;
    }

    private String state(@Nullable DownloadTool tool, boolean outdated) {
        if (tool == null) {
            return texts.get("settings.programs.missing");
        }
        Long days = tool.ageDays();
        if (days == null) {
            return tool.version();
        }
        return texts.get(outdated ? "settings.programs.old" : "settings.programs.age", tool.version(), days);
    }

    void close() {
        following.unsubscribe();
    }
}
