package io.medianest.desktop.shell;

import io.medianest.desktop.api.Connection;
import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.Chip;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
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

    TopBar(Texts texts, Navigator navigator, ShellViewModel model, Runnable onLeave, Runnable onDevices) {
        this.onLeave = onLeave;
        this.query = model.queryProperty();
        this.texts = texts;
        getStyleClass().add("top-bar");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(searchBox(navigator), space, demoChip(model), connection(model), devices(onDevices));
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
        Label shortcut = Labels.styled(shortcutWords(), "search-shortcut");
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

    private static String shortcutWords() {
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
        return mac ? "⌘ K" : "Ctrl K";
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

    private Node devices(Runnable onDevices) {
        Button devices = Buttons.plain("devices", texts.get("devices.open"), onDevices);
        devices.setGraphic(new FontIcon(MaterialDesignC.CELLPHONE_LINK));
        return devices;
    }

    private Node connection(ShellViewModel model) {
        light.getStyleClass().add("light");
        state.setMinWidth(USE_PREF_SIZE);
        var box = new HBox(light, state);
        box.setId("connection");
        box.getStyleClass().add("connection");
        following = model.connectionProperty().subscribe(now -> show(now, box));
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
