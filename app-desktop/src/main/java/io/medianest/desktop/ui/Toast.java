package io.medianest.desktop.ui;

import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// One note of [Toasts]. It leaves by itself, but not while the pointer rests on it or keys go to it.
final class Toast extends HBox {
    private static final Duration STAY = Duration.seconds(5);
    /// There is more to read and something to press.
    private static final Duration NEWS_STAY = Duration.seconds(9);

    private final Consumer<Toast> onLeave;
    private final PauseTransition stay;

    private Toast(Tone tone, String spoken, Duration time, Consumer<Toast> onLeave) {
        super();
        this.onLeave = onLeave;
        this.stay = new PauseTransition(time);
        var light = new Region();
        light.getStyleClass().addAll("light", tone.style());
        getStyleClass().add("toast");
        getChildren().add(light);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(spoken);
        stay.setOnFinished(_ -> onLeave.accept(this));
        hoverProperty().subscribe(this::restOrRun);
        focusWithinProperty().subscribe(this::restOrRun);
        addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
    }

    /// A sentence; a click takes it away.
    static Toast sentence(Tone tone, String text, Consumer<Toast> onLeave) {
        var toast = new Toast(tone, text, STAY, onLeave);
        Label words = Labels.styled(text);
        words.setWrapText(true);
        toast.getChildren().add(words);
        toast.setOnMouseClicked(_ -> toast.leave());
        return toast;
    }

    /// What happened, and a button that leads there.
    static Toast news(Tone tone, Notices.News news, Texts texts, Consumer<Toast> onLeave) {
        var toast = new Toast(tone, news.title() + ". " + news.text(), NEWS_STAY, onLeave);
        var more = Labels.secondary(news.text());
        more.setWrapText(true);
        var words = new VBox(Labels.strong(news.title()), more);
        words.getStyleClass().add("toast-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        Button show = Buttons.quiet("toast-show", texts.get("ui.toast.show"), () -> {
            toast.leave();
            news.show().run();
        });
        show.setAccessibleText(texts.get("ui.toast.show") + ": " + news.title());
        Button close = Buttons.icon("toast-close", texts.get("ui.toast.close"), MaterialDesignC.CLOSE, toast::leave);
        toast.getStyleClass().add("toast-news");
        toast.getChildren().addAll(words, show, close);
        return toast;
    }

    void begin() {
        Motion.appear(this);
        restOrRun();
    }

    void end() {
        stay.stop();
    }

    private void leave() {
        stay.stop();
        onLeave.accept(this);
    }

    private void restOrRun() {
        if (isHover() || isFocusWithin()) {
            stay.stop();
        } else if (getParent() != null) {
            stay.playFromStart();
        }
    }

    private void typed(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            leave();
            key.consume();
        }
    }
}
