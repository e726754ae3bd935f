package io.medianest.desktop.shell;

import io.medianest.desktop.shell.LocalSettings.Closing;
import io.medianest.desktop.ui.KeyKeeper;
import io.medianest.desktop.ui.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/// What closing the window means, and how it comes back. Belongs to the FX thread.
public final class WindowLife {
    private final Stage stage;
    private final LocalSettings settings;
    private final Runnable quit;
    private Supplier<TrayPlace> tray = () -> TrayPlace.MISSING;
    private boolean serves;

    /// @param quit ends the program
    public WindowLife(Stage stage, LocalSettings settings, Runnable quit) {
        this.stage = stage;
        this.settings = settings;
        this.quit = quit;
        stage.setOnCloseRequest(this::closeRequested);
    }

    /// A server in this process runs from now on, which others may be using.
    ///
    /// @param place whether the window can be brought back from a tray
    public void serves(Supplier<TrayPlace> place) {
        serves = true;
        tray = place;
    }

    /// Fills the window. The keys stay where they were, if that is there again: in another language, for example.
    public void show(Parent content) {
        Node before = stage.getScene().getFocusOwner();
        stage.getScene().setRoot(content);
        if (before != null && before.getId() != null) {
            // What scrolls holds nothing before it has been given its looks.
            content.applyCss();
            KeyKeeper.giveBack(content.lookup("#" + before.getId()));
        }
    }

    /// The server in this process has ended, or is about to.
    public void servesNoMore() {
        serves = false;
        tray = () -> TrayPlace.MISSING;
    }

    private void closeRequested(WindowEvent request) {
        request.consume();
        if (!serves) {
            quit.run();
            return;
        }
        switch (settings.closingProperty().get()) {
            case ASK -> ask();
            case KEEP_SERVING -> leave();
            case QUIT -> quit.run();
        }
    }

    private void ask() {
        if (!(stage.getScene().getRoot() instanceof Frame frame)) {
            quit.run();
            return;
        }
        if (CloseView.isAsked(frame)) {
            return;
        }
        frame.ask(
                tray.get(),
                new CloseView.Answers(
                        () -> decide(Closing.KEEP_SERVING), () -> decide(Closing.QUIT), frame::askNoMore));
    }

    private void decide(Closing choice) {
        settings.closingProperty().set(choice);
        if (stage.getScene().getRoot() instanceof Frame frame) {
            frame.askNoMore();
        }
        switch (choice) {
            case KEEP_SERVING -> leave();
            case QUIT -> quit.run();
            case ASK -> {
                // Is no answer.
            }
        }
    }

    /// Where no tray could bring the window back, it stays among the others.
    private void leave() {
        if (tray.get() == TrayPlace.THERE) {
            stage.hide();
        } else {
            stage.setIconified(true);
        }
    }

    /// Brings the window to the front, from wherever it is.
    public void raise() {
        stage.show();
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    /// Whether the person looks at it.
    public boolean isInFront() {
        return stage.isShowing() && !stage.isIconified() && stage.isFocused();
    }

    /// The window's content, with what lies around every screen: size, links that are dropped, the question at the end.
    public static final class Frame extends StackPane {
        private final Texts texts;

        /// @param shell the frame with its screens
        /// @param onLink takes the address of a video
        public Frame(Parent shell, LocalSettings settings, Texts texts, Consumer<String> onLink) {
            super(new Zoom(new LinkDrop(shell, texts, onLink), settings.zoomProperty()));
            this.texts = texts;
        }

        private void ask(TrayPlace place, CloseView.Answers answers) {
            var question = new CloseView(texts, place, answers);
            getChildren().add(question);
            question.takeKeys();
        }

        private void askNoMore() {
            List<Node> gone =
                    getChildren().stream().filter(CloseView.class::isInstance).toList();
            getChildren().removeAll(gone);
            gone.forEach(question -> ((CloseView) question).giveKeysBack());
        }
    }
}
