package io.medianest.desktop.shell;

import io.medianest.desktop.device.DevicesView;
import io.medianest.desktop.device.DevicesViewModel;
import io.medianest.desktop.shell.Screens.Shown;
import io.medianest.desktop.ui.PosterGrid;
import io.medianest.desktop.ui.ScreenPane;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Toasts;
import io.medianest.desktop.ui.Tone;
import io.medianest.desktop.ui.View;
import io.medianest.model.server.ServerInfo;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The frame: rail, top bar, the screen in front, toasts.
public final class ShellView implements View {
    /// Below this width the rail shows icons alone.
    private static final double NARROW = 1100;

    private final Navigator navigator;
    private final Screens screens;
    private final Toasts toasts;
    private final DevicesViewModel reach;
    private final DevicesView devices;
    private final Rail rail;
    private final TopBar topBar;
    private final StackPane front = new StackPane();
    private Subscription following = Subscription.EMPTY;
    private @Nullable Shown shown;

    public ShellView(
            Texts texts,
            Navigator navigator,
            Screens screens,
            ShellViewModel model,
            Toasts toasts,
            DevicesViewModel reach,
            DevicesView devices) {
        this.navigator = navigator;
        this.screens = screens;
        this.toasts = toasts;
        this.reach = reach;
        this.devices = devices;
        this.rail = new Rail(texts, navigator, screens, model);
        this.topBar = new TopBar(texts, navigator, model, reach, this::enterScreen, devices::open);
    }

    @Override
    public Parent create() {
        front.getStyleClass().add("front");
        front.setMinSize(0, 0);
        // What is too high for its room goes on below the window, never over the search field.
        front.setAlignment(Pos.TOP_LEFT);
        VBox.setVgrow(front, Priority.ALWAYS);
        var page = new BorderPane(new VBox(topBar, front));
        page.setLeft(rail);
        var root = new StackPane(page, devices.create(), toasts);
        root.getStyleClass().add("shell");
        root.widthProperty().subscribe(width -> rail.collapse(width.doubleValue() < NARROW));
        var shortcuts = new Shortcuts(
                navigator,
                screens,
                new Shortcuts.Actions(topBar::focusSearch, this::refresh, this::copyLink, toasts::takeKeys));
        root.addEventFilter(KeyEvent.KEY_PRESSED, shortcuts::typed);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
        root.addEventFilter(MouseEvent.MOUSE_PRESSED, this::sideButton);
        following = navigator.currentProperty().subscribe(this::bringToFront);
        return root;
    }

    @Override
    public void closed() {
        following.unsubscribe();
        toasts.close();
        rail.close();
        topBar.close();
        devices.closed();
        screens.close();
    }

    private void bringToFront(Route route) {
        if (shown != null) {
            shown.view().hidden();
        }
        Shown next = screens.show(route);
        shown = next;
        front.getChildren().setAll(next.node());
        next.view().shown();
        if (!topBar.hasFocus()) {
            focusScreen();
        }
    }

    /// Keys go to what is in front: its grid or list, where it has one.
    private void focusScreen() {
        ScreenPane.keysTarget(front).orElse(front.getChildren().getFirst()).requestFocus();
    }

    private void enterScreen() {
        if (front.lookup(".poster-grid") instanceof PosterGrid<?> grid) {
            grid.enter();
            return;
        }
        focusScreen();
    }

    @Override
    public void refresh() {
        if (shown != null) {
            shown.view().refresh();
        }
    }

    /// So that somebody else in the house sees the same.
    private void copyLink() {
        ServerInfo server = reach.serverProperty().get();
        if (server != null) {
            var content = new ClipboardContent();
            content.putString(
                    Links.shared(server.address(), navigator.currentProperty().get()));
            Clipboard.getSystemClipboard().setContent(content);
            toasts.tell(Tone.GOOD, "shell.link.copied");
        }
    }

    /// Leaves a title's page, unless something in it closes first.
    private void escape(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE && navigator.currentProperty().get() instanceof Route.Details) {
            navigator.back();
            key.consume();
        }
    }

    private void sideButton(MouseEvent press) {
        if (press.getButton() == MouseButton.BACK) {
            navigator.back();
        } else if (press.getButton() == MouseButton.FORWARD) {
            navigator.forward();
        }
    }
}
