package io.medianest.desktop.ui;

import io.medianest.desktop.api.ApiException;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;

/// Short notes at the lower right of what happened; they leave by themselves, on a click, or with Escape. What answers
/// to something that the person has just done comes up at once; news from elsewhere wait until there is room.
public final class Toasts extends VBox implements Notices {
    private static final int AT_MOST = 4;
    /// In a low window more would lie over half of what one came for.
    private static final int AT_MOST_IN_LOW_WINDOW = 2;

    private static final double LOW_WINDOW = 720;
    private static final PseudoClass SMALL = PseudoClass.getPseudoClass("small");
    /// More than that nobody would wait for; all of it stands in the list of notifications.
    private static final int WAITING_AT_MOST = 12;

    private final Texts texts;
    private final Deque<Toast> waiting = new ArrayDeque<>();

    public Toasts(Texts texts) {
        this.texts = texts;
        setId("toasts");
        getStyleClass().add("toasts");
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
        sceneProperty().flatMap(Scene::heightProperty).subscribe(_ -> pseudoClassStateChanged(SMALL, isLow()));
    }

    @Override
    public void tell(Tone tone, String key, Object... arguments) {
        atOnce(tone, texts.get(key, arguments));
    }

    @Override
    public void problem(ApiException problem) {
        atOnce(Tone.BAD, texts.problem(problem));
    }

    private void atOnce(Tone tone, String text) {
        while (getChildren().size() >= room()) {
            if (getChildren().removeFirst() instanceof Toast oldest) {
                oldest.end();
            }
        }
        add(Toast.sentence(tone, text, this::left));
    }

    @Override
    public void news(Tone tone, News news) {
        Toast toast = Toast.news(tone, news, texts, this::left);
        if (getChildren().size() < room()) {
            add(toast);
        } else if (waiting.size() < WAITING_AT_MOST) {
            waiting.addLast(toast);
        }
    }

    private int room() {
        return isLow() ? AT_MOST_IN_LOW_WINDOW : AT_MOST;
    }

    private boolean isLow() {
        return getScene() != null && getScene().getHeight() < LOW_WINDOW;
    }

    private void add(Toast toast) {
        getChildren().add(toast);
        toast.begin();
    }

    private void left(Toast toast) {
        getChildren().remove(toast);
        if (getChildren().size() < room() && !waiting.isEmpty()) {
            add(waiting.removeFirst());
        }
    }

    /// Hands the keys to the newest news that offers something to press.
    public void takeKeys() {
        for (Node toast : getChildren().reversed()) {
            Node show = toast.lookup("#toast-show");
            if (show != null) {
                show.requestFocus();
                return;
            }
        }
    }

    /// The language changes: whatever is on show is forgotten.
    public void close() {
        getChildren().forEach(node -> {
            if (node instanceof Toast toast) {
                toast.end();
            }
        });
        getChildren().clear();
        waiting.clear();
    }
}
