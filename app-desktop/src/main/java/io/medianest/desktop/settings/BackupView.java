package io.medianest.desktop.settings;

import io.medianest.desktop.ui.Banner;
import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.EmptyPane;
import io.medianest.desktop.ui.KeptNodes;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.ScreenPane;
import io.medianest.desktop.ui.Skeleton;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import io.medianest.desktop.ui.View;
import io.medianest.model.admin.Backup;
import java.io.File;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;

/// The backups of the server: one made at a press, each to be carried away or put back.
public final class BackupView implements View {
    private static final int SKELETONS = 3;
    private static final double SKELETON_HEIGHT = 56;
    private static final double MEGABYTE = 1_000_000;

    private final BackupViewModel model;
    private final Texts texts;
    private final @Nullable Runnable restart;
    private final VBox list = new VBox();
    private final KeptNodes<Backup> rows = new KeptNodes<>(list, this::row);
    private Subscription following = Subscription.EMPTY;

    /// @param restart starts the server anew; null where that is somebody else's
    public BackupView(BackupViewModel model, Texts texts, @Nullable Runnable restart) {
        this.restart = restart;
        this.model = model;
        this.texts = texts;
    }

    @Override
    public Parent create() {
        Button make = Buttons.primary("backup-make", texts.get("settings.backup.make"), model::make);
        make.disableProperty().bind(model.busyProperty());
        var busy = new ProgressIndicator();
        busy.getStyleClass().add("busy");
        busy.visibleProperty().bind(model.busyProperty());
        var words = new VBox(
                Labels.section(texts.get("settings.section.backup")),
                SettingRowView.wrapped(Labels.secondary(texts.get("settings.backup.help"))));
        words.getStyleClass().add("setting-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var head = new HBox(words, busy, make);
        head.getStyleClass().add("settings-head");
        list.getStyleClass().add("settings-rows");
        var pane = new ScreenPane<>(
                texts,
                model.screenProperty(),
                new ScreenPane.Parts<List<Backup>>(
                        Skeleton.rows(texts, SKELETONS, SKELETON_HEIGHT),
                        new EmptyPane(
                                MaterialDesignB.BACKUP_RESTORE,
                                texts.get("settings.backup.none"),
                                texts.get("settings.backup.none.help")),
                        list,
                        rows::show,
                        model::read));
        var card = new VBox(head, waiting(), pane);
        card.getStyleClass().addAll("card", "settings-card");
        return card;
    }

    private Node waiting() {
        var banner = new Banner(
                "backup-waits",
                Tone.WAITING,
                texts.get("settings.backup.waits"),
                texts.get("settings.backup.waits.help"),
                Buttons.where(restart, "backup-restart", texts.get("settings.restart.now")));
        banner.managedProperty().bind(banner.visibleProperty());
        following = model.restoredProperty().subscribe(restore -> banner.setVisible(restore != null));
        return banner;
    }

    private Node row(Backup backup) {
        String day = texts.moment(backup.createdAt());
        String within = texts.momentWithin(backup.createdAt());
        String time = texts.time(backup.createdAt());
        String when = day.contains(time) ? day : day + ", " + time;
        String size = texts.get("settings.backup.size", backup.size() / MEGABYTE);
        var about = new VBox(Labels.strong(when), Labels.secondary(size));
        about.getStyleClass().add("setting-words");
        HBox.setHgrow(about, Priority.ALWAYS);
        Button save = Buttons.plain("backup-save-" + backup.name(), texts.get("settings.backup.save"), () -> {});
        save.setOnAction(_ -> choose(backup, save));
        save.setAccessibleText(texts.get("settings.backup.saveOf", within));
        var question = new QuestionView(
                texts,
                "backup-restore-" + backup.name(),
                texts.get("settings.backup.ask", within),
                texts.get("settings.backup.restore"),
                () -> model.restore(backup));
        Button restore =
                Buttons.danger("backup-restore-" + backup.name(), texts.get("settings.backup.restore"), question::ask);
        restore.setAccessibleText(texts.get("settings.backup.restoreOf", within));
        var line = new HBox(about, save, restore);
        line.getStyleClass().add("settings-line");
        return new VBox(8, line, question);
    }

    private void choose(Backup backup, Node near) {
        var chooser = new FileChooser();
        chooser.setTitle(texts.get("settings.backup.save"));
        chooser.setInitialFileName(backup.name());
        File target = chooser.showSaveDialog(near.getScene().getWindow());
        if (target != null) {
            model.save(backup, target.toPath());
        }
    }

    @Override
    public void shown() {
        model.read();
    }

    @Override
    public void closed() {
        following.unsubscribe();
    }
}
