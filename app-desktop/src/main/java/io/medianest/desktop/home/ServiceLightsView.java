package io.medianest.desktop.home;

import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.status.ServiceStatus;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A light and a word for each service; together they lead to the status.
final class ServiceLightsView extends VBox {
    private static final double TILE_PADDING = 16;

    private final Texts texts;
    private final VBox lines = new VBox();
    private final TileView tile;

    ServiceLightsView(Texts texts, Runnable onOpen) {
        super();
        this.texts = texts;
        this.tile = new TileView("home-services", lines, onOpen);
        tile.getStyleClass().add("tile-line");
        lines.getStyleClass().add("home-lights");
        lines.prefWidthProperty().bind(tile.widthProperty().subtract(TILE_PADDING));
        getStyleClass().add("home-lights-box");
        getChildren().add(tile);
    }

    void show(List<ServiceStatus> services) {
        lines.getChildren().setAll(services.stream().map(this::line).toList());
        tile.setAccessibleText(services.stream()
                .map(service -> service.displayName() + " " + word(service))
                .reduce((left, right) -> left + ", " + right)
                .orElse(""));
    }

    /// One line; what is wrong has one of its own, for it takes a sentence to say.
    private Node line(ServiceStatus service) {
        Tone tone = tone(service);
        var light = new Region();
        light.getStyleClass().addAll("light", tone.style());
        var name = Labels.strong(service.displayName());
        name.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var value = Labels.toned(value(service), tone == Tone.GOOD ? Tone.NEUTRAL : tone);
        value.setMinWidth(Region.USE_PREF_SIZE);
        var says = Labels.secondary(service.configured() ? texts.said(service.message()) : "");
        says.setMinWidth(0);
        if (tone == Tone.GOOD || says.getText().isEmpty()) {
            return row(light, name, says, space, value);
        }
        says.getStyleClass().add("home-light-reason");
        var both = new VBox(row(light, name, space, value), says);
        both.getStyleClass().add("home-light-lines");
        return both;
    }

    private static HBox row(Node... parts) {
        var row = new HBox(parts);
        row.getStyleClass().add("home-light");
        return row;
    }

    /// The response time while all is well, else the word for what is not.
    private String value(ServiceStatus service) {
        Long time = service.responseTime();
        return tone(service) == Tone.GOOD && time != null ? texts.get("home.services.ms", time) : word(service);
    }

    private String word(ServiceStatus service) {
        return texts.get(service.configured() ? "home.services." + service.status() : "home.services.unset");
    }

    private static Tone tone(ServiceStatus service) {
        if (!service.configured()) {
            return Tone.NEUTRAL;
        }
        return switch (service.status()) {
            case ONLINE -> Tone.GOOD;
            case DEGRADED -> Tone.WAITING;
            case OFFLINE -> Tone.BAD;
            case UNKNOWN -> Tone.NEUTRAL;
        };
    }
}
