package io.medianest.desktop.settings;

import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Logo;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.View;
import io.medianest.model.status.Health;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// What this program is, and what it is made of.
public final class AboutView implements View {
    private static final double LOGO = 44;

    private final ObservableValue<@Nullable Health> server;
    private final Texts texts;
    private final @Nullable Path data;
    private final Consumer<Path> folders;
    private Subscription following = Subscription.EMPTY;

    /// @param server what the server says of itself
    /// @param data the folder of the server's data; null where that is on another machine
    /// @param folders opens one
    public AboutView(
            ObservableValue<@Nullable Health> server, Texts texts, @Nullable Path data, Consumer<Path> folders) {
        this.server = server;
        this.texts = texts;
        this.data = data;
        this.folders = folders;
    }

    @Override
    public Parent create() {
        var version = Labels.secondary("");
        following = server.subscribe(health -> version.setText(version(health)));
        var words = new VBox(Labels.strong("MediaNest"), version);
        words.getStyleClass().add("setting-words");
        var head = new HBox(new Logo(LOGO), words);
        head.getStyleClass().add("setting");
        var licences = SettingRowView.wrapped(Labels.secondary(texts.get("settings.about.licences")));
        var card = new VBox(Labels.section(texts.get("settings.section.about")), head, programs());
        if (data != null) {
            card.getChildren().add(folders(data));
        }
        card.getChildren().add(licences);
        card.getStyleClass().addAll("card", "settings-card");
        return card;
    }

    private String version(@Nullable Health health) {
        return health == null ? "" : texts.get("settings.about.version", health.version());
    }

    private Node programs() {
        var grid = new GridPane();
        grid.getStyleClass().add("about-programs");
        row(grid, "Java", System.getProperty("java.runtime.version", ""));
        row(grid, "JavaFX", System.getProperty("javafx.runtime.version", ""));
        row(
                grid,
                texts.get("settings.about.system"),
                "%s %s, %s"
                        .formatted(
                                System.getProperty("os.name", ""),
                                System.getProperty("os.version", ""),
                                System.getProperty("os.arch", "")));
        return grid;
    }

    private Node folders(Path place) {
        var row = new FlowPane(
                Buttons.plain("about-data", texts.get("settings.about.data"), () -> folders.accept(place)),
                Buttons.plain(
                        "about-logs", texts.get("settings.about.logs"), () -> folders.accept(place.resolve("logs"))));
        row.getStyleClass().add("about-folders");
        return row;
    }

    private static void row(GridPane grid, String name, String value) {
        Label shown = Labels.styled(value, "about-value");
        grid.addRow(grid.getRowCount(), Labels.secondary(name), shown);
    }

    @Override
    public void closed() {
        following.unsubscribe();
    }
}
