package io.medianest.desktop.shell;

import io.medianest.desktop.shell.LocalSettings.Closing;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.SegmentedFilter;
import io.medianest.desktop.ui.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What this window does on this machine: when it is closed, while it is not in front, and how large it is. A card for
/// the settings.
public final class MachineSettings extends VBox {
    private final Texts texts;

    public MachineSettings(LocalSettings settings, Texts texts) {
        super();
        this.texts = texts;
        getStyleClass().addAll("card", "settings-card");
        getChildren()
                .addAll(
                        Labels.section(texts.get("shell.machine")),
                        row("shell.machine.closing", closing(settings)),
                        row("shell.machine.announce", announcing(settings)),
                        row("shell.machine.zoom", zoom(settings)));
    }

    private Node row(String key, Node choice) {
        var help = Labels.secondary(texts.get(key + ".help"));
        help.setWrapText(true);
        var words = new VBox(Labels.strong(texts.get(key)), help);
        words.getStyleClass().add("setting-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(words, choice);
        row.getStyleClass().add("setting");
        return row;
    }

    private Node closing(LocalSettings settings) {
        var filter = new SegmentedFilter<>(
                "settings-closing",
                settings.closingProperty().get(),
                List.of(Closing.values()),
                choice -> texts.get("shell.machine.closing." + choice));
        settings.closingProperty().bindBidirectional(filter.valueProperty());
        return filter;
    }

    private Node announcing(LocalSettings settings) {
        var filter = new SegmentedFilter<>(
                "settings-announce",
                settings.announcingProperty().get(),
                List.of(true, false),
                on -> texts.get(on ? "shell.machine.on" : "shell.machine.off"));
        filter.valueProperty().subscribe(settings.announcingProperty()::set);
        return filter;
    }

    private Node zoom(LocalSettings settings) {
        var filter = new SegmentedFilter<>(
                "settings-zoom",
                settings.zoomProperty().get(),
                List.of(1.0, 1.25, 1.5, 2.0),
                times -> Math.round(times * 100) + " %");
        filter.valueProperty().subscribe(times -> settings.zoomProperty().set(times));
        settings.zoomProperty().subscribe(now -> filter.valueProperty().set(now.doubleValue()));
        return filter;
    }
}
