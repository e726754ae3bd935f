package io.medianest.desktop.shell;

import io.medianest.desktop.api.Connection;
import io.medianest.desktop.device.DevicesViewModel;
import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.Chip;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.server.ServerInfo;
import java.util.Locale;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/// The search field that is always there, and how the line to the server is.
final class TopBar extends HBox {
    private final Texts texts;
    private final Runnable onLeave;
    private final TextField field = new TextField();
    private final Region light = new Region();
    private final Label state = new Label();
    private final StringProperty query;
    private Subscription following = Subscription.EMPTY;

    /// @param onLeave the person goes on to what was found
    /// @param onDevices opens the card about devices
    TopBar(
            Texts texts,
            Navigator navigator,
            ShellViewModel model,
            DevicesViewModel devices,
            Runnable onLeave,
            Runnable onDevices) {
        this.onLeave = onLeave;
        this.query = model.queryProperty();
        this.texts = texts;
        getStyleClass().add("top-bar");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(searchBox(navigator), space, demoChip(model), connection(model), lan(devices, onDevices));
    }

    private Node searchBox(Navigator navigator) {
        field.setId("search-field");
        field.setPromptText(texts.get("shell.search.prompt"));
        field.setAccessibleText(texts.get("shell.search.name"));
        field.getStyleClass().add("search-text");
        field.textProperty().bindBidirectional(query);
        field.textProperty().subscribe((before, now) -> navigator.go(new Route.Search()));
        field.addEventFilter(KeyEvent.KEY_PRESSED, key -> typed(key, navigator));
        HBox.setHgrow(field, Priority.ALWAYS);
        Label shortcut = Labels.styled(texts.shortcut("K"), "search-shortcut");
        shortcut.visibleProperty().bind(field.textProperty().isEmpty());
        shortcut.managedProperty().bind(shortcut.visibleProperty());
        Button clear =
                Buttons.icon("search-clear", texts.get("shell.search.clear"), MaterialDesignC.CLOSE, this::clear);
        clear.getStyleClass().add("search-clear");
        clear.visibleProperty().bind(field.textProperty().isNotEmpty());
        clear.managedProperty().bind(clear.visibleProperty());
        var box = new HBox(new FontIcon(MaterialDesignM.MAGNIFY), field, shortcut, clear);
        box.getStyleClass().add("search-box");
        HBox.setHgrow(box, Priority.SOMETIMES);
        return box;
    }

    private void typed(KeyEvent key, Navigator navigator) {
        if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.DOWN) {
            navigator.go(new Route.Search());
            onLeave.run();
            key.consume();
        }
    }

    private void clear() {
        field.clear();
        field.requestFocus();
    }

    private Node demoChip(ShellViewModel model) {
        var chip = new Chip(texts.get("shell.demo"), Tone.WAITING);
        chip.setId("demo");
        chip.setTooltip(new Tooltip(texts.get("shell.demo.help")));
        chip.visibleProperty().bind(model.demoProperty());
        chip.managedProperty().bind(model.demoProperty());
        return chip;
    }

    /// How far MediaNest reaches: into the house, and to how many devices there.
    private Node lan(DevicesViewModel devices, Runnable onDevices) {
        Button chip = Buttons.plain("devices", texts.get("devices.open"), onDevices);
        chip.getStyleClass().add("lan-chip");
        chip.setTooltip(new Tooltip(texts.get("shell.lan.help")));
        following = following
                .and(devices.sessionsProperty().subscribe(() -> show(chip, devices)))
                .and(devices.serverProperty().subscribe(() -> show(chip, devices)));
        show(chip, devices);
        return chip;
    }

    private void show(Button chip, DevicesViewModel devices) {
        chip.setText(reach(devices));
        chip.setAccessibleText(texts.get("devices.open") + ", " + chip.getText());
    }

    private String reach(DevicesViewModel devices) {
        ServerInfo server = devices.serverProperty().get();
        if (server != null && devices.onlyHere(server)) {
            return texts.get("shell.lan.onlyHere");
        }
        int count = devices.sessionsProperty().get().size();
        return count == 0 ? texts.get("shell.lan") : texts.get("shell.lan.devices", count);
    }

    private Node connection(ShellViewModel model) {
        light.getStyleClass().add("light");
        state.setMinWidth(USE_PREF_SIZE);
        var box = new HBox(light, state);
        box.setId("connection");
        box.getStyleClass().add("connection");
        following = following.and(model.connectionProperty().subscribe(now -> show(now, box)));
        return box;
    }

    private void show(Connection connection, Node box) {
        Tone tone = switch (connection) {
            case LIVE -> Tone.GOOD;
            case RECONNECTING -> Tone.WAITING;
            case OFFLINE -> Tone.BAD;
        };
        light.getStyleClass().setAll("light", tone.style());
        state.setText(texts.get("shell.connection." + connection.name().toLowerCase(Locale.ROOT)));
        box.setAccessibleText(state.getText());
    }

    /// Ends what listens.
    void close() {
        following.unsubscribe();
        field.textProperty().unbindBidirectional(query);
    }

    boolean hasFocus() {
        return field.isFocused();
    }

    void focusSearch() {
        field.requestFocus();
        field.selectAll();
    }
}
