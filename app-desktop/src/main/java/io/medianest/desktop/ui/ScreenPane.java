package io.medianest.desktop.ui;

import io.medianest.desktop.api.ApiException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Shows whichever of its states a screen is in: skeleton, empty, error, content, and a line above content that is a
/// copy. `onContent` fills the content node, which is made once.
public final class ScreenPane<T> extends StackPane {
    /// The style class of what takes arrows and Enter on a screen.
    public static final String TAKES_KEYS = "takes-keys";

    private final Texts texts;
    private final Parts<T> parts;
    private final Label staleLine = new Label();
    private final VBox page;

    /// What a screen brings with it.
    ///
    /// @param skeleton see [Skeleton]
    /// @param empty see [EmptyPane]
    /// @param onContent puts what was read into `content`
    /// @param retry reads again
    public record Parts<T>(Node skeleton, Node empty, Node content, Consumer<T> onContent, Runnable retry) {}

    public ScreenPane(Texts texts, ObservableValue<Screen<T>> screen, Parts<T> parts) {
        this.texts = texts;
        this.parts = parts;
        staleLine.getStyleClass().add("stale-line");
        staleLine.setMaxWidth(Double.MAX_VALUE);
        staleLine.managedProperty().bind(staleLine.visibleProperty());
        page = new VBox(staleLine, parts.content());
        VBox.setVgrow(parts.content(), Priority.ALWAYS);
        getStyleClass().add("screen-pane");
        screen.subscribe(this::show);
    }

    private void show(Screen<T> screen) {
        switch (screen) {
            case Screen.Loading<T> _ -> front(parts.skeleton());
            case Screen.Empty<T> _ -> front(parts.empty());
            case Screen.Failed<T>(ApiException problem) -> front(error(problem));
            case Screen.Content<T>(T value, @Nullable Stale stale) -> {
                parts.onContent().accept(value);
                showAge(stale);
                front(page);
            }
        }
    }

    private void front(Node node) {
        if (getChildren().contains(node)) {
            return;
        }
        boolean waiting = holdsFocusOfItsPage();
        getChildren().setAll(node);
        if (waiting) {
            keysTarget(node).ifPresent(Node::requestFocus);
        }
        Motion.appear(node);
    }

    /// Whoever came here while it was loading did not find the grid or list yet, and waits on the page around it.
    private boolean holdsFocusOfItsPage() {
        Node focused = getScene() == null ? null : getScene().getFocusOwner();
        for (Node outer = this; outer != null; outer = outer.getParent()) {
            if (outer.equals(focused)) {
                return true;
            }
        }
        return false;
    }

    /// What takes arrows and Enter in this part of a screen: its grid or list, where it has one.
    public static Optional<Node> keysTarget(Node part) {
        return Optional.ofNullable(part.lookup("." + TAKES_KEYS));
    }

    private void showAge(@Nullable Stale stale) {
        staleLine.setVisible(stale != null);
        if (stale == null) {
            return;
        }
        Instant since = stale.since();
        staleLine.setText(
                since == null ? texts.get("ui.stale.unknown") : texts.get("ui.stale.since", texts.momentWithin(since)));
    }

    private Node error(ApiException problem) {
        var icon = new FontIcon(MaterialDesignC.CLOUD_OFF_OUTLINE);
        icon.getStyleClass().add("state-icon");
        var what = Labels.section(texts.problem(problem));
        what.setWrapText(true);
        var help = Labels.secondary(texts.get(problem.isOffline() ? "ui.error.offlineHelp" : "ui.error.help"));
        help.setWrapText(true);
        Button retry = Buttons.primary("retry", texts.get("ui.error.retry"), parts.retry());
        var buttons = new HBox(retry);
        buttons.getStyleClass().add("state-buttons");
        buttons.setAlignment(Pos.CENTER);
        String correlationId = problem.correlationId();
        if (correlationId != null) {
            buttons.getChildren()
                    .add(Buttons.quiet(
                            "copy-correlation-id",
                            texts.get("ui.error.copy", correlationId),
                            () -> copy(correlationId)));
        }
        var box = new VBox(icon, what, help, buttons);
        box.getStyleClass().add("state-box");
        return box;
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
