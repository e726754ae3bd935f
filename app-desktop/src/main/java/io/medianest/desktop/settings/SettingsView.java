package io.medianest.desktop.settings;

import io.medianest.desktop.ui.Banner;
import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.PageScroll;
import io.medianest.desktop.ui.Styles;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import io.medianest.desktop.ui.View;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The sections at the left, the one that is open beside them. Up and down move from section to section.
public final class SettingsView implements View {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final SettingsViewModel model;
    private final Texts texts;
    private final @Nullable Runnable restart;
    private final Map<SettingsSection, Supplier<View>> makers;
    private final Map<SettingsSection, Shown> shown = new EnumMap<>(SettingsSection.class);
    private final Map<SettingsSection, Button> entries = new EnumMap<>(SettingsSection.class);
    private final VBox list = new VBox();
    private final StackPane front = new StackPane();
    private Subscription following = Subscription.EMPTY;
    private @Nullable SettingsSection current;
    private boolean inFront;

    private record Shown(View view, Node node) {}

    /// @param restart starts the server anew; null where that is somebody else's
    public SettingsView(
            SettingsViewModel model,
            Texts texts,
            Map<SettingsSection, Supplier<View>> makers,
            @Nullable Runnable restart) {
        this.restart = restart;
        this.model = model;
        this.texts = texts;
        this.makers = makers;
    }

    @Override
    public Parent create() {
        list.getStyleClass().add("settings-list");
        front.getStyleClass().add("settings-front");
        front.setMinSize(0, 0);
        HBox.setHgrow(front, Priority.ALWAYS);
        var body = new HBox(list, front);
        body.getStyleClass().add("settings-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        var head = new HBox(Labels.title(texts.get("settings.title")));
        head.getStyleClass().add("page-head");
        var page = new VBox(head, restartBanner(), body);
        page.setId("settings");
        page.getStyleClass().addAll("page", "settings-page");
        Styles.of("settings", page);
        following = following
                .and(model.sectionsProperty().subscribe(this::listed))
                .and(model.openProperty().subscribe(this::open));
        return page;
    }

    private Node restartBanner() {
        var banner = new Banner(
                "settings-restart",
                Tone.WAITING,
                texts.get("settings.restart"),
                texts.get("settings.restart.help"),
                Buttons.where(restart, "settings-restart-now", texts.get("settings.restart.now")));
        var around = new VBox(banner);
        around.getStyleClass().add("settings-banner");
        around.visibleProperty().bind(model.restartNeededProperty());
        around.managedProperty().bind(around.visibleProperty());
        return around;
    }

    private void listed(List<SettingsSection> sections) {
        list.getChildren().clear();
        entries.clear();
        for (SettingsSection section : sections) {
            var entry = new Button(texts.get("settings.section." + section.word()), new FontIcon(icon(section)));
            entry.setId("settings-" + section.word());
            entry.getStyleClass().setAll("settings-entry");
            entry.setMaxWidth(Double.MAX_VALUE);
            entry.setAccessibleText(entry.getText());
            entry.setOnAction(_ -> model.open(section));
            entry.addEventHandler(KeyEvent.KEY_PRESSED, this::move);
            entry.pseudoClassStateChanged(
                    CURRENT, section == model.openProperty().get());
            entries.put(section, entry);
            list.getChildren().add(entry);
        }
    }

    private void move(KeyEvent key) {
        int step = key.getCode() == KeyCode.DOWN ? 1 : key.getCode() == KeyCode.UP ? -1 : 0;
        int next = list.getChildren().indexOf(key.getTarget()) + step;
        if (step != 0 && next >= 0 && next < list.getChildren().size()) {
            var entry = (Button) list.getChildren().get(next);
            entry.requestFocus();
            entry.fire();
            key.consume();
        }
    }

    private void open(@Nullable SettingsSection section) {
        leave();
        current = section;
        entries.forEach((which, entry) -> entry.pseudoClassStateChanged(CURRENT, which == section));
        if (section == null) {
            front.getChildren().clear();
            return;
        }
        Shown now = shown.computeIfAbsent(section, this::make);
        front.getChildren().setAll(now.node());
        enter();
    }

    private Shown make(SettingsSection section) {
        View view = makers.getOrDefault(section, () -> VBox::new).get();
        var around = new VBox(view.create());
        around.getStyleClass().add("settings-cards");
        return new Shown(view, new PageScroll("settings-page-" + section.word(), around));
    }

    private void enter() {
        front().ifPresent(View::shown);
    }

    /// The section that somebody sees.
    private Optional<View> front() {
        return inFront && current != null
                ? Optional.ofNullable(shown.get(current)).map(Shown::view)
                : Optional.empty();
    }

    private void leave() {
        front().ifPresent(View::hidden);
    }

    @Override
    public void shown() {
        inFront = true;
        model.opened();
        enter();
    }

    @Override
    public void hidden() {
        leave();
        inFront = false;
    }

    @Override
    public void closed() {
        following.unsubscribe();
        shown.values().forEach(section -> section.view().closed());
    }

    private static Ikon icon(SettingsSection section) {
        return switch (section) {
            case SERVICES -> MaterialDesignS.SERVER;
            case DOWNLOADS -> MaterialDesignD.DOWNLOAD;
            case NETWORK -> MaterialDesignL.LAN;
            case NOTIFICATIONS -> MaterialDesignB.BELL_RING;
            case DEVICES -> MaterialDesignC.CELLPHONE_LINK;
            case PEOPLE -> MaterialDesignA.ACCOUNT_GROUP;
            case APPEARANCE -> MaterialDesignP.PALETTE;
            case BACKUP -> MaterialDesignB.BACKUP_RESTORE;
            case ABOUT -> MaterialDesignI.INFORMATION;
        };
    }
}
