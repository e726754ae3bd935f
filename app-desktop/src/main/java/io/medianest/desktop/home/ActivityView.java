package io.medianest.desktop.home;

import io.medianest.desktop.shell.Navigator;
import io.medianest.desktop.shell.Route;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.dashboard.Activity;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What moved last in the household, in sentences; each leads to what it is about.
final class ActivityView extends VBox {
    private static final int SHOWN = 6;
    private static final double TILE_PADDING = 16;

    private final Texts texts;
    private final Navigator navigator;

    ActivityView(Texts texts, Navigator navigator) {
        super();
        this.texts = texts;
        this.navigator = navigator;
        setId("home-activity");
        getStyleClass().add("home-activity");
    }

    void show(List<Activity> activities) {
        getChildren().setAll(activities.stream().limit(SHOWN).map(this::line).toList());
    }

    private Node line(Activity activity) {
        var light = new Region();
        light.getStyleClass().addAll("light", tone(activity).style());
        String words = sentence(activity);
        var sentence = Labels.styled(words, "home-sentence");
        sentence.setMinWidth(0);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        String age = texts.ago(activity.timestamp());
        var when = Labels.secondary(age);
        when.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(light, sentence, when);
        line.getStyleClass().add("home-light");
        var tile = new TileView("home-activity-" + activity.id(), line, () -> open(activity));
        tile.getStyleClass().add("tile-line");
        tile.setAccessibleText(words + ", " + age);
        line.prefWidthProperty().bind(tile.widthProperty().subtract(TILE_PADDING));
        return tile;
    }

    private void open(Activity activity) {
        navigator.go(isDownload(activity) ? new Route.Downloads(activity.id()) : new Route.Requests(activity.id()));
    }

    private static boolean isDownload(Activity activity) {
        return activity.type().equals("download");
    }

    /// “Kitchen tablet asked for Tears of Steel”; a kind of news that is not known says at least what it is about.
    private String sentence(Activity activity) {
        String key = "home.activity." + activity.type() + "." + activity.status();
        String who = Optional.ofNullable(activity.username()).orElseGet(() -> texts.get("home.activity.somebody"));
        return texts.has(key) ? texts.get(key, activity.title(), who) : activity.title();
    }

    private static Tone tone(Activity activity) {
        return switch (activity.status()) {
            case "available", "completed" -> Tone.GOOD;
            case "approved", "downloading", "queued" -> Tone.ACCENT;
            case "pending", "paused" -> Tone.WAITING;
            case "denied", "failed" -> Tone.BAD;
            default -> Tone.NEUTRAL;
        };
    }
}
