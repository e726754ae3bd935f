package io.medianest.desktop.shell;

import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.Logo;
import io.medianest.desktop.ui.Texts;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What the window shows before the server answers, and instead of everything when it cannot start.
public final class StartView {
    private static final double LOGO = 72;

    private final Texts texts;
    private final VBox box = new VBox();

    /// What can be done about a failure.
    ///
    /// @param otherPort starts on a port that is free; null where that would not help
    public record Ways(Runnable retry, @Nullable Runnable otherPort, Runnable quit) {}

    public StartView(Texts texts) {
        this.texts = texts;
        box.setId("start");
        box.getStyleClass().add("start");
    }

    public Parent node() {
        return box;
    }

    public void showStarting() {
        var bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setAccessibleText(texts.get("shell.start.starting"));
        box.getChildren().setAll(new Logo(LOGO), Labels.secondary(texts.get("shell.start.starting")), bar);
    }

    /// Says why it could not start and what can be done.
    ///
    /// @param reason sentences for people
    public void showFailure(String reason, Ways ways) {
        showFailure(texts.get("shell.start.failed"), reason, ways);
    }

    /// As [#showFailure(String, Ways)], where MediaNest runs but the window does not get through to it.
    public void showNoLine(String reason, Ways ways) {
        showFailure(texts.get("shell.start.noLine"), reason, ways);
    }

    private void showFailure(String title, String reason, Ways ways) {
        Label why = Labels.secondary(texts.said(reason));
        why.setId("start-failure");
        why.setWrapText(true);
        var buttons = new HBox(Buttons.primary("start-retry", texts.get("shell.start.retry"), ways.retry()));
        Runnable otherPort = ways.otherPort();
        if (otherPort != null) {
            buttons.getChildren().add(Buttons.plain("start-port", texts.get("shell.start.otherPort"), otherPort));
        }
        buttons.getChildren().add(Buttons.plain("start-quit", texts.get("shell.start.quit"), ways.quit()));
        buttons.getStyleClass().add("state-buttons");
        box.getChildren().setAll(new Logo(LOGO), Labels.title(title), why, buttons);
    }
}
