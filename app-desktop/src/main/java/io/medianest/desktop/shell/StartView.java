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

/// What the window shows before the server answers, and instead of everything when it cannot start.
public final class StartView {
    private static final double LOGO = 72;

    private final Texts texts;
    private final VBox box = new VBox();

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
    public void showFailure(String reason, Runnable retry, Runnable quit) {
        showFailure(texts.get("shell.start.failed"), reason, retry, quit);
    }

    /// As [#showFailure(String, Runnable, Runnable)], where MediaNest runs but the window does not get through to it.
    public void showNoLine(String reason, Runnable retry, Runnable quit) {
        showFailure(texts.get("shell.start.noLine"), reason, retry, quit);
    }

    private void showFailure(String title, String reason, Runnable retry, Runnable quit) {
        Label why = Labels.secondary(reason);
        why.setId("start-failure");
        why.setWrapText(true);
        var buttons = new HBox(
                Buttons.primary("start-retry", texts.get("shell.start.retry"), retry),
                Buttons.plain("start-quit", texts.get("shell.start.quit"), quit));
        buttons.getStyleClass().add("state-buttons");
        box.getChildren().setAll(new Logo(LOGO), Labels.title(title), why, buttons);
    }
}
