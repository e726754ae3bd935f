package io.medianest.desktop.shell;

import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Theme;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// A small window of its own, since the large one may be what is broken: that something went wrong, the reference under
/// which it stands in the log, and where that is.
public final class CrashView {
    private static final double WIDTH = 480;

    private final Texts texts;
    private final Theme theme;
    private final Optional<Path> logs;
    private final Consumer<Path> folder;

    /// @param logs the folder of the log, where it is on this machine
    /// @param folder shows a folder
    public CrashView(Texts texts, Theme theme, Optional<Path> logs, Consumer<Path> folder) {
        this.texts = texts;
        this.theme = theme;
        this.logs = logs;
        this.folder = folder;
    }

    /// Shows it.
    ///
    /// @param onClose is called when the person has seen it
    public Stage show(Crash crash, Runnable onClose) {
        var stage = new Stage();
        var scene = new Scene(content(crash, stage));
        theme.dress(scene);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                stage.close();
            }
        });
        stage.setTitle(texts.get("shell.crash.title"));
        stage.setScene(scene);
        stage.setResizable(false);
        stage.setOnHidden(_ -> onClose.run());
        stage.show();
        return stage;
    }

    private VBox content(Crash crash, Stage stage) {
        var icon = new FontIcon(MaterialDesignA.ALERT_OUTLINE);
        icon.getStyleClass().add("crash-icon");
        var head = new HBox(icon, Labels.section(texts.get("shell.crash.title")));
        head.getStyleClass().add("card-head");
        Label reference = Labels.strong(texts.get("shell.crash.reference", crash.reference()));
        reference.setId("crash-reference");
        var buttons = new HBox(
                Buttons.primary("crash-close", texts.get("shell.crash.close"), stage::close),
                Buttons.plain("crash-copy", texts.get("shell.crash.copy"), () -> copy(crash)));
        buttons.getStyleClass().add("dialog-buttons");
        var box = new VBox(head, wrapped(Labels.secondary(texts.get("shell.crash.goesOn"))), reference);
        logs.ifPresent(path -> {
            box.getChildren().add(wrapped(Labels.secondary(texts.get("shell.crash.log", path))));
            buttons.getChildren()
                    .add(Buttons.plain("crash-logs", texts.get("shell.crash.open"), () -> folder.accept(path)));
        });
        box.getChildren().add(buttons);
        box.setId("crash");
        box.setPrefWidth(WIDTH);
        box.getStyleClass().addAll("shell", "crash");
        return box;
    }

    private static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    private void copy(Crash crash) {
        var content = new ClipboardContent();
        content.putString(crash.reference() + "\n" + crash.what() + "\n"
                + logs.map(Path::toString).orElse(""));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
